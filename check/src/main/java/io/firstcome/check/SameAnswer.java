package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;

import java.util.List;
import java.util.Locale;

/// Whoever asks again gets the same coupon, told as new exactly once, and never a refusal.
final class SameAnswer implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        long repeated = 0;
        for (List<Ask> asks : evidence.asksByUser().values()) {
            List<Ask> acks = asks.stream().filter(ask -> ask.outcome() instanceof Issued).toList();
            if (!acks.isEmpty()) {
                repeated += acks.size() - 1;
                checkSame(evidence, acks, violations);
                checkMarks(evidence, asks, acks, violations);
            }
            checkRefusals(evidence, asks, violations);
        }
        return violations.finding(
                "Same answer",
                String.format(Locale.ROOT, "%,d repeated answers, all the same", repeated));
    }

    private static void checkSame(Evidence evidence, List<Ask> acks, Violations violations) {
        String userId = acks.getFirst().userId();
        Coupon listed = evidence.listedFor(userId);
        Coupon expected = listed == null ? coupon(acks.getFirst()) : listed;
        for (Ask ack : acks) {
            if (!coupon(ack).equals(expected)) {
                violations.add(
                        "%s got %s and %s".formatted(userId, text(expected), text(coupon(ack))));
            }
        }
    }

    private static void checkMarks(
            Evidence evidence, List<Ask> asks, List<Ask> acks, Violations violations) {
        String userId = acks.getFirst().userId();
        boolean hadOne = evidence.earlierFor(userId) != null;
        long news = acks.stream().filter(ack -> !again(ack)).count();
        if (news > (hadOne ? 0 : 1)) {
            violations.add("%s was told %d times that the coupon is new".formatted(userId, news));
        }
        boolean lost = asks.stream().anyMatch(SameAnswer::mayBeLost);
        if (news == 0 && !hadOne && !lost) {
            violations.add(
                    "%s was told of an earlier coupon at the first success".formatted(userId));
        }
    }

    private static void checkRefusals(Evidence evidence, List<Ask> asks, Violations violations) {
        boolean hadOne = evidence.earlierFor(asks.getFirst().userId()) != null;
        long knownNanos = hadOne ? Long.MIN_VALUE : Decision.earliestAck(asks);
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Refused(Refusal refusal)
                    && refusal != Refusal.NOT_ATTEMPTED
                    && ask.sentNanos() > knownNanos) {
                violations.add(
                        "%s has a coupon, asked at %s and heard %s"
                                .formatted(
                                        ask.userId(),
                                        evidence.afterStart(ask.sentNanos()),
                                        refusal));
            }
        }
    }

    private static boolean mayBeLost(Ask ask) {
        return ask.outcome().mayHaveIssued() && !(ask.outcome() instanceof Issued);
    }

    private static boolean again(Ask ack) {
        return ((Issued) ack.outcome()).again();
    }

    private static Coupon coupon(Ask ack) {
        return ((Issued) ack.outcome()).coupon();
    }

    private static String text(Coupon coupon) {
        return "ordinal " + coupon.ordinal() + " " + coupon.code() + " of " + coupon.issuedAt();
    }
}
