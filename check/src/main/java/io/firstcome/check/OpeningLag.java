package io.firstcome.check;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;

import java.util.Comparator;
import java.util.Locale;

/// How long those who waited for the start waited for the first coupon. More than 5 ms is a
/// warning, not a failure: the network and the asker's own machine are in it. How late that machine
/// asked is said beside it, and when the server says it issued the first.
final class OpeningLag implements Check {
    private static final String PROMISE = "First coupon within 5 ms";

    @Override
    public Finding examine(Evidence evidence) {
        long first =
                evidence.asks().stream()
                        .filter(ask -> ask.outcome() instanceof Issued)
                        .mapToLong(Ask::doneNanos)
                        .min()
                        .orElse(Person.NEVER);
        long waitNanos = OpensOnTime.TOLERANCE_NANOS + evidence.history().clockUncertaintyNanos();
        long dueNanos = evidence.startNanos() + waitNanos;
        long sinceNanos = waitingSince(evidence, dueNanos);
        if (first == Person.NEVER || (first > dueNanos && sinceNanos > dueNanos)) {
            return new Finding(PROMISE, Result.PASS, "nobody waited at the start and got one");
        }
        boolean inTime = first <= dueNanos || first - sinceNanos <= waitNanos;
        return finding(evidence, first, inTime);
    }

    /// Since when, after the start, somebody asked who was not answered when it was due.
    private static long waitingSince(Evidence evidence, long dueNanos) {
        return evidence.asks().stream()
                .filter(ask -> ask.doneNanos() > dueNanos)
                .mapToLong(ask -> Math.max(evidence.startNanos(), ask.sentNanos()))
                .min()
                .orElse(Person.NEVER);
    }

    private static Finding finding(Evidence evidence, long firstNanos, boolean inTime) {
        String text =
                String.format(
                        Locale.ROOT,
                        "told %.3f ms after the start (+/- %.3f ms)",
                        (firstNanos - evidence.startNanos()) / 1e6,
                        evidence.history().clockUncertaintyNanos() / 1e6);
        return inTime
                ? new Finding(PROMISE, Result.PASS, text)
                : new Finding(PROMISE, Result.WARN, text + whose(evidence, firstNanos));
    }

    /// What tells a slow server from a slow asker.
    private static String whose(Evidence evidence, long firstNanos) {
        long lateNanos =
                evidence.asks().stream()
                        .filter(ask -> evidence.startNanos() <= ask.sentNanos())
                        .filter(ask -> ask.sentNanos() <= firstNanos)
                        .mapToLong(ask -> ask.sentNanos() - ask.dueNanos())
                        .max()
                        .orElse(0);
        String late =
                String.format(
                        Locale.ROOT, "; asked up to %.3f ms late until then", lateNanos / 1e6);
        return evidence.listed().stream()
                .map(Coupon::issuedAt)
                .min(Comparator.naturalOrder())
                .filter(_ -> evidence.times().told())
                .map(first -> "; by the server's clock issued " + evidence.afterStart(first) + late)
                .orElse(late);
    }
}
