package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.util.Locale;

/// Every coupon that somebody was told of is there afterwards, exactly as it was told.
final class AckMeansDurable implements Check {
    private static final String PROMISE = "Ack means durable";

    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        String failure = evidence.history().after().failure();
        if (failure != null) {
            violations.add(() -> "the list can not be read: " + failure);
            return violations.finding(PROMISE, "");
        }
        long acks = 0;
        for (Ask ask : evidence.asks()) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)) {
                acks++;
                if (!evidence.lists(coupon)) {
                    violations.add(() -> notListed(evidence, ask, coupon));
                }
            }
        }
        return violations.finding(
                PROMISE, String.format(Locale.ROOT, "all of %,d acks are in the list", acks));
    }

    private static String notListed(Evidence evidence, Ask ask, Coupon coupon) {
        return "%s got ordinal %d, code '%s', at %s, but it is not in the list"
                .formatted(
                        ask.userId(),
                        coupon.ordinal(),
                        coupon.code(),
                        evidence.afterStart(ask.doneNanos()));
    }
}
