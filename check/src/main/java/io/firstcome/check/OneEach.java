package io.firstcome.check;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Nobody has two coupons.
final class OneEach implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        Set<String> users = new HashSet<>();
        for (Coupon coupon : evidence.listed()) {
            if (!users.add(coupon.userId())) {
                violations.add(
                        "%s has a second coupon, ordinal %d"
                                .formatted(coupon.userId(), coupon.ordinal()));
            }
        }
        return violations.finding(
                "One each", String.format(Locale.ROOT, "%,d different winners", users.size()));
    }
}
