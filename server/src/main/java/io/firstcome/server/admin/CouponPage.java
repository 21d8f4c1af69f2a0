package io.firstcome.server.admin;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.server.issue.CouponMessages;

import java.util.List;

/// A page of a campaign's coupons as the API's messages.
public final class CouponPage {
    private CouponPage() {}

    /// The coupons of a page.
    ///
    /// @param page by ordinal, without a gap
    public static List<Coupon> coupons(Ledger ledger, Campaign campaign, List<Issuance> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        int first = page.getFirst().ordinal();
        String[] codes =
                new CouponCodes(ledger.codeKey()).codes(campaign.number(), first, page.size());
        return page.stream()
                .map(issuance ->
                        CouponMessages.message(
                                campaign.id(), issuance, codes[issuance.ordinal() - first]))
                .toList();
    }
}
