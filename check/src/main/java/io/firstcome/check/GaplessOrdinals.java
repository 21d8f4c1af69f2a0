package io.firstcome.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The ordinals are 1 to k, each once.
final class GaplessOrdinals implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        List<Coupon> coupons =
                evidence.listed().stream()
                        .sorted(Comparator.comparingLong(Coupon::ordinal))
                        .toList();
        Violations violations = new Violations();
        long previous = 0;
        for (Coupon coupon : coupons) {
            checkNext(previous, coupon, violations);
            previous = coupon.ordinal();
        }
        return violations.finding(
                "Ordinals without gaps", String.format(Locale.ROOT, "1 to %,d", coupons.size()));
    }

    private static void checkNext(long previous, Coupon coupon, Violations violations) {
        long ordinal = coupon.ordinal();
        if (ordinal < 1) {
            violations.add(
                    () -> "%s has ordinal %d (expected: >= 1)".formatted(coupon.userId(), ordinal));
        } else if (ordinal == previous) {
            violations.add(() -> "ordinal %d twice, of %s too".formatted(ordinal, coupon.userId()));
        } else if (ordinal > Math.max(0, previous) + 1) {
            violations.add(() ->
                    "ordinal %d missing, %s has %d"
                            .formatted(Math.max(0, previous) + 1, coupon.userId(), ordinal));
        }
    }
}
