package io.firstcome.core.ledger;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Verdict;

import java.util.List;

/// What a ledger decided about a batch.
public sealed interface BatchOutcome {
    /// Decided, and durable where a coupon was granted.
    ///
    /// @param campaign the campaign after the batch
    /// @param verdicts one for each request of the batch, in their order
    /// @param decidedAtMicros the ledger's time of the decision
    record Decided(Campaign campaign, List<Verdict> verdicts, long decidedAtMicros)
            implements BatchOutcome {}

    /// The campaign was deleted before the batch came.
    record CampaignGone() implements BatchOutcome {}
}
