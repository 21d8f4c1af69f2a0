package io.firstcome.core.ledger;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.ChangeOutcome;

/// What became of a campaign that was to be created.
public sealed interface CreateOutcome {
    /// Created, durably.
    record Created(Campaign campaign) implements CreateOutcome {}

    /// A campaign with this identifier exists already.
    record AlreadyExists() implements CreateOutcome {}

    /// The terms are not allowed now.
    record Refused(ChangeOutcome.Reason reason) implements CreateOutcome {}

    /// The ledger holds as many campaigns as it can.
    record Full(long campaignsMax) implements CreateOutcome {}
}
