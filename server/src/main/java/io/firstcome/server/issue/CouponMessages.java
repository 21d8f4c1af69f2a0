package io.firstcome.server.issue;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.server.Times;

/// Coupons as the API's messages.
public final class CouponMessages {
    private CouponMessages() {}

    public static Coupon message(CampaignId campaign, Issuance issuance, String code) {
        return Coupon.newBuilder()
                .setCampaignId(campaign.value())
                .setUserId(issuance.user().value())
                .setOrdinal(issuance.ordinal())
                .setCode(code)
                .setIssuedAt(Times.timestamp(issuance.issuedAtMicros()))
                .build();
    }
}
