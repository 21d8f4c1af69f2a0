package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.Locale;

/// `NOT_STARTED` is said to nobody who asks clearly after the start, nor after somebody heard that
/// it had started.
///
/// Delays break no such promise: an ask is stamped before it is sent, and the server looks at its
/// clock after it came.
final class OpensOnTime implements Check {
    static final long TOLERANCE_NANOS = 5_000_000;

    @Override
    public Finding examine(Evidence evidence) {
        Ask opener =
                evidence.asks().stream()
                        .filter(OpensOnTime::tellsOfAStart)
                        .min(Comparator.comparingLong(Ask::doneNanos))
                        .orElse(null);
        Violations violations = new Violations();
        long early = 0;
        for (Ask ask : evidence.asks()) {
            if (ask.outcome() instanceof Refused(Refusal refusal)
                    && refusal == Refusal.NOT_STARTED) {
                early++;
                check(evidence, opener, ask, violations);
            }
        }
        return violations.finding(
                "Opens on time",
                String.format(Locale.ROOT, "NOT_STARTED was said %,d times, none late", early));
    }

    private static boolean tellsOfAStart(Ask ask) {
        return switch (ask.outcome()) {
            case Issued _ -> true;
            case Refused(Refusal refusal) ->
                    refusal == Refusal.SOLD_OUT || refusal == Refusal.ENDED;
            case Unknown _, Unexpected _ -> false;
        };
    }

    private static void check(
            Evidence evidence, @Nullable Ask opener, Ask ask, Violations violations) {
        if (evidence.surelyBefore(evidence.startNanos() + TOLERANCE_NANOS, ask.sentNanos())) {
            violations.add(() -> heard(evidence, ask));
        } else if (!evidence.history().before().coupons().isEmpty()) {
            violations.add(() -> heard(evidence, ask) + ", but there were coupons before");
        } else if (opener != null && opener.doneNanos() < ask.sentNanos()) {
            violations.add(() ->
                    "%s, but %s had another answer at %s"
                            .formatted(
                                    heard(evidence, ask),
                                    opener.userId(),
                                    evidence.afterStart(opener.doneNanos())));
        }
    }

    private static String heard(Evidence evidence, Ask ask) {
        return "%s asked at %s and heard NOT_STARTED"
                .formatted(ask.userId(), evidence.afterStart(ask.sentNanos()));
    }
}
