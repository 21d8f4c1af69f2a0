package io.firstcome.check;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;

import java.util.Locale;
import java.util.OptionalLong;

/// How long after the start the first coupon was told. More than 5 ms is a warning, not a failure:
/// the network and the asker's own machine are in it.
final class OpeningLag implements Check {
    private static final String PROMISE = "First coupon within 5 ms";

    @Override
    public Finding examine(Evidence evidence) {
        if (evidence.asks().stream().noneMatch(ask -> ask.sentNanos() <= evidence.startNanos())) {
            return new Finding(PROMISE, Result.PASS, "nobody was waiting at the start");
        }
        OptionalLong first =
                evidence.asks().stream()
                        .filter(ask -> ask.outcome() instanceof Issued)
                        .mapToLong(Ask::doneNanos)
                        .min();
        if (first.isEmpty()) {
            return new Finding(PROMISE, Result.WARN, "nobody got a coupon");
        }
        return finding(evidence, first.getAsLong() - evidence.startNanos());
    }

    private static Finding finding(Evidence evidence, long lagNanos) {
        long uncertainty = evidence.history().clockUncertaintyNanos();
        boolean inTime = lagNanos - uncertainty <= OpensOnTime.TOLERANCE_NANOS;
        String text =
                String.format(
                        Locale.ROOT,
                        "told %.3f ms after the start (+/- %.3f ms)",
                        lagNanos / 1e6,
                        uncertainty / 1e6);
        return new Finding(PROMISE, inTime ? Result.PASS : Result.WARN, text);
    }
}
