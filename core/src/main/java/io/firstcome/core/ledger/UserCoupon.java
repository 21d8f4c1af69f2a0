package io.firstcome.core.ledger;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.issue.Issuance;

/// An issuance together with the campaign it is of.
public record UserCoupon(long campaignNumber, CampaignId campaign, Issuance issuance) {}
