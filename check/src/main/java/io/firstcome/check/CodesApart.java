package io.firstcome.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Codes are unique over all campaigns.
final class CodesApart {
    private record Owner(String campaignId, Coupon coupon) {}

    private CodesApart() {}

    static Finding examine(List<History> histories) {
        Map<String, Owner> owners = new HashMap<>();
        Violations violations = new Violations();
        for (History history : histories) {
            for (Coupon coupon : history.after().coupons()) {
                Owner owner = new Owner(history.campaign().id(), coupon);
                Owner other = owners.putIfAbsent(coupon.code(), owner);
                if (other != null && !other.equals(owner)) {
                    violations.add(() -> text(other) + " and " + text(owner));
                }
            }
        }
        return violations.finding(
                "Codes unique over campaigns",
                String.format(
                        Locale.ROOT,
                        "%,d different codes in %,d histories",
                        owners.size(),
                        histories.size()));
    }

    private static String text(Owner owner) {
        return "campaign %s, ordinal %d of %s has code '%s'"
                .formatted(
                        owner.campaignId(),
                        owner.coupon().ordinal(),
                        owner.coupon().userId(),
                        owner.coupon().code());
    }
}
