package io.firstcome.core.campaign;

import org.jspecify.annotations.Nullable;

/// What an operator wants changed of a campaign.
public sealed interface CampaignChange {
    /// New terms, where not null; the others stay.
    ///
    /// @param quantity the new quantity, or [CampaignTerms#UNLIMITED]
    /// @param endMicros the new end, or [Window#NO_END]
    record Amend(
            @Nullable String name,
            @Nullable Integer quantity,
            @Nullable Long startMicros,
            @Nullable Long endMicros)
            implements CampaignChange {
        public Amend {
            if (name != null) {
                CampaignTerms.requireValidName(name);
            }
            if (quantity != null) {
                CampaignTerms.requireValidQuantity(quantity);
            }
        }
    }

    /// Stop issuing until resumed.
    record Pause() implements CampaignChange {}

    /// Issue again.
    record Resume() implements CampaignChange {}

    /// End now, for good.
    record End() implements CampaignChange {}
}
