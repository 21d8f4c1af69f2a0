package io.firstcome.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The campaign itself and the list of its coupons tell the same.
final class ListsAgree implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Listing after = evidence.history().after();
        List<Coupon> listed = after.coupons();
        Violations violations = new Violations();
        checkCodes(after, violations);
        if (after.issuedCount() != listed.size()) {
            violations.add(() ->
                    "issuedCount %d, listed %d".formatted(after.issuedCount(), listed.size()));
        }
        return violations.finding(
                "Lists agree",
                String.format(Locale.ROOT, "%,d codes in both, and counted", listed.size()));
    }

    private static void checkCodes(Listing listing, Violations violations) {
        Map<String, Integer> codes = new HashMap<>();
        listing.codes().forEach(code -> codes.merge(code, 1, Integer::sum));
        for (Coupon coupon : listing.coupons()) {
            if (codes.getOrDefault(coupon.code(), 0) == 0) {
                violations.add(() ->
                        "code '%s' of ordinal %d is in the list only"
                                .formatted(coupon.code(), coupon.ordinal()));
            } else {
                codes.merge(coupon.code(), -1, Integer::sum);
            }
        }
        codes.forEach((code, left) -> {
            if (left > 0) {
                violations.add(() -> "code '%s' is not in the list".formatted(code));
            }
        });
    }
}
