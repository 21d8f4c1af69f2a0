package io.firstcome.core.ledger;

import io.firstcome.core.campaign.UserId;

import java.util.List;

/// The requests of one campaign that are decided together.
///
/// @param campaignNumber the campaign's number in the ledger
/// @param users who asks, in order of arrival; the same user may stand in it more than once
public record IssueBatch(long campaignNumber, List<UserId> users) {}
