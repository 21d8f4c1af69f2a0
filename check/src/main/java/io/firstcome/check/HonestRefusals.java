package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.time.Instant;

/// Every refusal is true: nobody is told of an end, a pause or a missing campaign that is none, and
/// no answer is senseless.
final class HonestRefusals implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        for (Ask ask : evidence.asks()) {
            switch (ask.outcome()) {
                case Issued _, Unknown _ -> {}
                case Unexpected(String answer) ->
                        violations.add("%s was answered %s".formatted(ask.userId(), answer));
                case Refused(Refusal refusal) -> {
                    if (!mayBeTrue(evidence, ask, refusal)) {
                        violations.add(
                                "%s heard %s at %s"
                                        .formatted(
                                                ask.userId(),
                                                refusal,
                                                evidence.afterStart(ask.doneNanos())));
                    }
                }
            }
        }
        return violations.finding("Honest refusals", "every refusal may be true");
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
        long latest = ask.doneNanos() + evidence.history().clockUncertaintyNanos();
        return end != null && latest >= Campaign.epochNanos(end);
    }
}
