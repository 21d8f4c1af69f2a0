package io.firstcome.check;

import java.util.Comparator;
import java.util.Locale;

/// There are never more coupons than the campaign has.
final class NeverOver implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Long limit = evidence.campaign().limit();
        int count = evidence.listed().size();
        Violations violations = new Violations();
        if (limit != null && count > limit) {
            evidence.listed().stream()
                    .sorted(Comparator.comparingLong(Coupon::ordinal))
                    .skip(limit)
                    .forEach(coupon -> violations.add(() -> over(coupon, count, limit)));
        }
        String of = limit == null ? "unlimited" : String.format(Locale.ROOT, "%,d", limit);
        return violations.finding(
                "Never over", String.format(Locale.ROOT, "%,d coupons of %s", count, of));
    }

    private static String over(Coupon coupon, int count, long limit) {
        return "%d coupons of %d: ordinal %d of %s is too many"
                .formatted(count, limit, coupon.ordinal(), coupon.userId());
    }
}
