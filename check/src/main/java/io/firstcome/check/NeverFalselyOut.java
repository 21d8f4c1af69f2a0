package io.firstcome.check;

import io.firstcome.check.Outcome.Refused;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// `SOLD_OUT` is said only when all coupons are gone: every coupon was asked for before the first
/// such answer arrived.
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
        String said = evidence.afterStart(first.get().doneNanos());
        return violations.finding(
                PROMISE, String.format(Locale.ROOT, "first said %s after the start", said));
    }

    private static boolean isSoldOut(Outcome outcome) {
        return outcome instanceof Refused(Refusal refusal) && refusal == Refusal.SOLD_OUT;
    }

    private static void checkCount(Evidence evidence, Ask first, Violations violations) {
        Long limit = evidence.campaign().limit();
        int count = evidence.listed().size();
        if (limit == null || count < limit) {
            violations.add(
                    "%s heard SOLD_OUT at %s with %d coupons of %s"
                            .formatted(
                                    first.userId(),
                                    evidence.afterStart(first.doneNanos()),
                                    count,
                                    limit == null ? "unlimited" : limit));
        }
    }

    private static void checkOrder(Evidence evidence, Ask first, Violations violations) {
        for (Decision decision : Decision.of(evidence)) {
            if (decision.fromNanos() > first.doneNanos()) {
                violations.add(
                        "%s heard SOLD_OUT at %s, but ordinal %d was asked for at %s"
                                .formatted(
                                        first.userId(),
                                        evidence.afterStart(first.doneNanos()),
                                        decision.coupon().ordinal(),
                                        evidence.afterStart(decision.fromNanos())));
            }
        }
    }
}
