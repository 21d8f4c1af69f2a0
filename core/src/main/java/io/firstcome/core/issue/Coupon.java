package io.firstcome.core.issue;

import io.firstcome.core.campaign.CampaignId;

/// What a user holds: an issuance of a campaign and the code that stands for it.
public record Coupon(CampaignId campaign, Issuance issuance, String code) {}
