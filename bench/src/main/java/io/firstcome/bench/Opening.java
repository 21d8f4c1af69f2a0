package io.firstcome.bench;

import io.firstcome.check.Ask;
import io.firstcome.check.Checker;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Issued;

import java.util.List;
import java.util.LongSummaryStatistics;

/// How one drop opened, as the people who asked heard it.
///
/// @param firstNanos from the start to the first coupon told
/// @param allNanos from the start to the last new coupon told
/// @param uncertaintyNanos how far both may be off: what is not known of the server's clock
/// @param broken promises that were not kept
record Opening(long firstNanos, long allNanos, long uncertaintyNanos, List<Finding> broken) {

    /// An `IllegalStateException` when nobody got a coupon.
    static Opening of(History history) {
        LongSummaryStatistics told =
                history.asks().stream()
                        .filter(Opening::isNew)
                        .mapToLong(Ask::doneNanos)
                        .summaryStatistics();
        if (told.getCount() == 0) {
            throw new IllegalStateException("opening: nobody got a coupon (expected: all)");
        }
        long start = history.campaign().startNanos();
        List<Finding> broken =
                Checker.check(history).stream()
                        .filter(finding -> finding.result() == Result.FAIL)
                        .toList();
        return new Opening(
                told.getMin() - start,
                told.getMax() - start,
                history.clockUncertaintyNanos(),
                broken);
    }

    private static boolean isNew(Ask ask) {
        return ask.outcome() instanceof Issued issued && !issued.again();
    }
}
