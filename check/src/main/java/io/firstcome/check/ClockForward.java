package io.firstcome.check;

import java.util.Comparator;
import java.util.List;

/// The server's clock never runs backwards: a larger ordinal is never issued at an earlier time.
final class ClockForward implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        List<Coupon> coupons =
                evidence.listed().stream()
                        .sorted(Comparator.comparingLong(Coupon::ordinal))
                        .toList();
        Violations violations = new Violations();
        for (int index = 1; index < coupons.size(); index++) {
            Coupon earlier = coupons.get(index - 1);
            Coupon later = coupons.get(index);
            if (later.issuedAt().isBefore(earlier.issuedAt())) {
                violations.add(() -> text(evidence, earlier) + ", " + text(evidence, later));
            }
        }
        return violations.finding("Clock runs forward", "issue times rise with the ordinals");
    }

    private static String text(Evidence evidence, Coupon coupon) {
        return "ordinal %d of %s was issued at %s"
                .formatted(
                        coupon.ordinal(), coupon.userId(), evidence.afterStart(coupon.issuedAt()));
    }
}
