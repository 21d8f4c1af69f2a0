package io.firstcome.check;

import java.util.Locale;

/// What was issued before is there unchanged.
final class AppendOnly implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        for (Coupon coupon : evidence.history().before().coupons()) {
            if (!evidence.lists(coupon)) {
                violations.add(() ->
                        "ordinal %d of %s is gone or changed"
                                .formatted(coupon.ordinal(), coupon.userId()));
            }
        }
        int before = evidence.history().before().coupons().size();
        return violations.finding(
                "Append-only",
                String.format(Locale.ROOT, "all of %,d earlier coupons unchanged", before));
    }
}
