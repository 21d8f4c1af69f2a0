package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.util.Locale;

/// Every coupon that somebody was told of is there afterwards.
final class AckMeansDurable implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        long acks = 0;
        for (Ask ask : evidence.asks()) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)) {
                acks++;
                if (evidence.listedFor(ask.userId()) == null) {
                    violations.add(
                            "%s got ordinal %d at %s, but it is not in the list"
                                    .formatted(
                                            ask.userId(),
                                            coupon.ordinal(),
                                            evidence.afterStart(ask.doneNanos())));
                }
            }
        }
        return violations.finding(
                "Ack means durable",
                String.format(Locale.ROOT, "all of %,d acks are in the list", acks));
    }
}
