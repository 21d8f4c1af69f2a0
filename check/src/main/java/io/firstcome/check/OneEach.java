package io.firstcome.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Nobody has two coupons.
final class OneEach implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        Map<String, Coupon> first = new HashMap<>();
        for (Coupon coupon : evidence.listed()) {
            Coupon other = first.putIfAbsent(coupon.userId(), coupon);
            if (other != null) {
                violations.add(() ->
                        "%s has ordinal %d and ordinal %d"
                                .formatted(coupon.userId(), other.ordinal(), coupon.ordinal()));
            }
        }
        return violations.finding(
                "One each", String.format(Locale.ROOT, "%,d different winners", first.size()));
    }
}
