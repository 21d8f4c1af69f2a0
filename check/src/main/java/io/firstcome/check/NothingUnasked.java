package io.firstcome.check;

import java.util.Locale;

/// Every coupon was asked for, and nobody who was refused every time has one.
final class NothingUnasked implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        for (Coupon coupon : evidence.listed()) {
            if (evidence.earlierFor(coupon.userId()) == null && !asked(evidence, coupon)) {
                boolean ever = !evidence.asksOf(coupon.userId()).isEmpty();
                violations.add(
                        "ordinal %d belongs to %s, who %s"
                                .formatted(
                                        coupon.ordinal(),
                                        coupon.userId(),
                                        ever ? "was refused every time" : "never asked"));
            }
        }
        return violations.finding(
                "Nothing unasked",
                String.format(
                        Locale.ROOT,
                        "all of %,d coupons were asked for",
                        evidence.listed().size()));
    }

    private static boolean asked(Evidence evidence, Coupon coupon) {
        return evidence.asksOf(coupon.userId()).stream()
                .anyMatch(ask -> ask.outcome().mayHaveIssued());
    }
}
