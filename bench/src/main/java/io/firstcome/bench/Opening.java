package io.firstcome.bench;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Checker;
import io.firstcome.check.Coupon;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Issued;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;

/// How one drop opened, as the people who asked heard it.
///
/// @param told how many new coupons were told
/// @param firstNanos from the start to the first coupon told
/// @param issuedNanos from the start to the first coupon issued, by the server's own clock
/// @param lateNanos by how much this process was behind until the first coupon was told: the latest
///   of the asks sent between the start and then
/// @param allNanos from the start to the last new coupon told
/// @param uncertaintyNanos how far both may be off: what is not known of the server's clock
/// @param findings how each promise fared
record Opening(
        long told,
        long firstNanos,
        long issuedNanos,
        long lateNanos,
        long allNanos,
        long uncertaintyNanos,
        List<Finding> findings) {
    private static final double NANOS_PER_MILLI = 1e6;

    Opening {
        findings = List.copyOf(findings);
    }

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
        return new Opening(
                told.getCount(),
                told.getMin() - start,
                firstIssuedNanos(history.asks()) - start,
                mostLateNanos(history.asks(), start, told.getMin()),
                told.getMax() - start,
                history.clockUncertaintyNanos(),
                Checker.check(history));
    }

    private static boolean isNew(Ask ask) {
        return ask.outcome() instanceof Issued issued && !issued.again();
    }

    private static long firstIssuedNanos(List<Ask> asks) {
        long first = Long.MAX_VALUE;
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued(Coupon coupon, _)) {
                first = Math.min(first, Campaign.epochNanos(coupon.issuedAt()));
            }
        }
        return first;
    }

    private static long mostLateNanos(List<Ask> asks, long fromNanos, long toNanos) {
        return asks.stream()
                .filter(ask -> fromNanos <= ask.sentNanos() && ask.sentNanos() <= toNanos)
                .mapToLong(ask -> ask.sentNanos() - ask.dueNanos())
                .max()
                .orElse(0);
    }

    /// What was not surely kept: broken, not judged, or worth a look.
    List<Finding> notPassed() {
        return findings.stream().filter(finding -> finding.result() != Result.PASS).toList();
    }

    double firstMillis() {
        return firstNanos / NANOS_PER_MILLI;
    }

    private double issuedMillis() {
        return issuedNanos / NANOS_PER_MILLI;
    }

    private double lateMillis() {
        return lateNanos / NANOS_PER_MILLI;
    }

    double allMillis() {
        return allNanos / NANOS_PER_MILLI;
    }

    private double uncertaintyMillis() {
        return uncertaintyNanos / NANOS_PER_MILLI;
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("told", told);
        members.put("firstMillis", Spread.number(firstMillis()));
        members.put("issuedMillis", Spread.number(issuedMillis()));
        members.put("lateMillis", Spread.number(lateMillis()));
        members.put("allMillis", Spread.number(allMillis()));
        members.put("uncertaintyMillis", Spread.number(uncertaintyMillis()));
        members.put("passed", findings.size() - notPassed().size());
        members.put("notPassed", notPassed().stream().map(Opening::sentence).toList());
        return members;
    }

    static String sentence(Finding finding) {
        return finding.result() + " " + finding.promise() + ": " + finding.evidence();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "first %6.2f ms (issued %.2f, asked %.2f late), all %6.2f ms (+/- %.2f ms),"
                        + " %d of %d promises passed",
                firstMillis(),
                issuedMillis(),
                lateMillis(),
                allMillis(),
                uncertaintyMillis(),
                findings.size() - notPassed().size(),
                findings.size());
    }
}
