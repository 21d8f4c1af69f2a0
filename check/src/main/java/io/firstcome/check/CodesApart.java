package io.firstcome.check;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Codes are unique over all campaigns.
final class CodesApart {
    /// One coupon, and the history that tells of it.
    private record Owner(History history, Coupon coupon) {
        String campaignId() {
            return history.campaign().id();
        }

        /// Only who tells everything tells of a coupon always in the same words.
        boolean mayBe(Owner other) {
            boolean complete =
                    history.told().equals(Told.ALL) && other.history.told().equals(Told.ALL);
            return campaignId().equals(other.campaignId())
                    && (!complete || coupon.equals(other.coupon));
        }
    }

    private CodesApart() {}

    static Finding examine(List<History> histories) {
        Map<String, Owner> owners = new HashMap<>();
        Violations violations = new Violations();
        for (History history : histories) {
            if (!history.told().untold().contains(Fact.CODE)) {
                examine(history, owners, violations);
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

    private static void examine(History history, Map<String, Owner> owners, Violations violations) {
        for (Coupon coupon : history.after().coupons()) {
            Owner owner = new Owner(history, coupon);
            Owner other = owners.putIfAbsent(coupon.code(), owner);
            if (other != null && !other.mayBe(owner)) {
                violations.add(() -> text(other) + " and " + text(owner));
            }
        }
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
