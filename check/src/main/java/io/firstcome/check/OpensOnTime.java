package io.firstcome.check;

import io.firstcome.check.Outcome.Refused;

import java.util.Locale;

/// `NOT_STARTED` is said to nobody who asks clearly after the start.
///
/// Delays break no such promise: an ask is stamped before it is sent, and the server looks at its
/// clock after it came.
final class OpensOnTime implements Check {
    static final long TOLERANCE_NANOS = 5_000_000;

    @Override
    public Finding examine(Evidence evidence) {
        long open =
                evidence.startNanos()
                        + evidence.history().clockUncertaintyNanos()
                        + TOLERANCE_NANOS;
        Violations violations = new Violations();
        long early = 0;
        for (Ask ask : evidence.asks()) {
            if (ask.outcome() instanceof Refused(Refusal refusal)
                    && refusal == Refusal.NOT_STARTED) {
                early++;
                if (ask.sentNanos() > open) {
                    violations.add(
                            "%s asked at %s and heard NOT_STARTED"
                                    .formatted(ask.userId(), evidence.afterStart(ask.sentNanos())));
                }
            }
        }
        return violations.finding(
                "Opens on time",
                String.format(Locale.ROOT, "NOT_STARTED was said %,d times, none late", early));
    }
}
