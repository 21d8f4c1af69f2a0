package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.time.Instant;
import java.util.Comparator;

/// Every refusal is true: nobody is told of an end, a pause or a missing campaign that is none,
/// nothing is issued to those who ask after an end was told, and no answer is senseless.
final class HonestRefusals implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        evidence.asks().forEach(ask -> checkTrue(evidence, ask, violations));
        checkEndIsTheEnd(evidence, violations);
        return violations.finding("Honest refusals", "every refusal may be true");
    }

    private static void checkTrue(Evidence evidence, Ask ask, Violations violations) {
        switch (ask.outcome()) {
            case Issued _, Unknown _ -> {}
            case Unexpected(String answer) -> violations.add(() -> heard(evidence, ask, answer));
            case Refused(Refusal refusal) -> {
                if (!mayBeTrue(evidence, ask, refusal)) {
                    violations.add(() -> heard(evidence, ask, refusal.name()));
                }
            }
        }
    }

    private static String heard(Evidence evidence, Ask ask, String answer) {
        String when = evidence.afterStart(ask.doneNanos());
        return "%s heard %s at %s".formatted(ask.userId(), answer, when);
    }

    private static boolean mayBeTrue(Evidence evidence, Ask ask, Refusal refusal) {
        return switch (refusal) {
            case SOLD_OUT, NOT_STARTED, NOT_ATTEMPTED -> true;
            case ENDED -> ended(evidence, ask);
            case PAUSED, NOT_FOUND -> false;
        };
    }

    private static boolean ended(Evidence evidence, Ask ask) {
        Instant end = evidence.campaign().end();
        return end != null && !evidence.surelyBefore(ask.doneNanos(), Campaign.epochNanos(end));
    }

    private static void checkEndIsTheEnd(Evidence evidence, Violations violations) {
        evidence.asks().stream()
                .filter(ask -> ask.outcome().equals(new Refused(Refusal.ENDED)))
                .min(Comparator.comparingLong(Ask::doneNanos))
                .ifPresent(first -> checkNothingAfter(evidence, first, violations));
    }

    private static void checkNothingAfter(Evidence evidence, Ask first, Violations violations) {
        for (Decision decision : evidence.decisions()) {
            if (decision.fromNanos() > first.doneNanos()) {
                violations.add(() ->
                        "%s, but ordinal %d of %s was asked for at %s"
                                .formatted(
                                        heard(evidence, first, "ENDED"),
                                        decision.coupon().ordinal(),
                                        decision.coupon().userId(),
                                        evidence.afterStart(decision.fromNanos())));
            }
        }
    }
}
