package io.firstcome.check;

import io.firstcome.check.Outcome.Refused;

import java.util.Comparator;
import java.util.Optional;

/// `SOLD_OUT` is said only when all coupons are gone: every coupon was asked for, and issued by its
/// own time, before the first such answer arrived.
final class NeverFalselyOut implements Check {
    private static final String PROMISE = "Never falsely sold out";

    @Override
    public Finding examine(Evidence evidence) {
        Optional<Ask> first =
                evidence.asks().stream()
                        .filter(ask -> isSoldOut(ask.outcome()))
                        .min(Comparator.comparingLong(Ask::doneNanos));
        if (first.isEmpty()) {
            return new Violations().finding(PROMISE, "nobody heard SOLD_OUT");
        }
        Violations violations = new Violations();
        checkCount(evidence, first.get(), violations);
        checkOrder(evidence, first.get(), violations);
        return violations.finding(
                PROMISE,
                "first said " + evidence.afterStart(first.get().doneNanos()) + " after the start");
    }

    private static boolean isSoldOut(Outcome outcome) {
        return outcome instanceof Refused(Refusal refusal) && refusal == Refusal.SOLD_OUT;
    }

    private static void checkCount(Evidence evidence, Ask first, Violations violations) {
        Long limit = evidence.campaign().limit();
        int count = evidence.listed().size();
        if (limit == null || count < limit) {
            violations.add(() ->
                    "%s with %d coupons of %s"
                            .formatted(
                                    heard(evidence, first),
                                    count,
                                    limit == null ? "unlimited" : limit));
        }
    }

    private static void checkOrder(Evidence evidence, Ask first, Violations violations) {
        long heardNanos = first.doneNanos();
        for (Decision decision : evidence.decisions()) {
            if (decision.fromNanos() > heardNanos) {
                violations.add(() ->
                        "%s, but ordinal %d of %s was asked for at %s"
                                .formatted(
                                        heard(evidence, first),
                                        decision.coupon().ordinal(),
                                        decision.coupon().userId(),
                                        evidence.afterStart(decision.fromNanos())));
            } else if (evidence.issuedSurelyAfter(decision.coupon(), heardNanos)) {
                violations.add(() ->
                        "%s, but ordinal %d of %s was issued at %s"
                                .formatted(
                                        heard(evidence, first),
                                        decision.coupon().ordinal(),
                                        decision.coupon().userId(),
                                        evidence.afterStart(decision.coupon().issuedAt())));
            }
        }
    }

    private static String heard(Evidence evidence, Ask first) {
        return first.userId() + " heard SOLD_OUT at " + evidence.afterStart(first.doneNanos());
    }
}
