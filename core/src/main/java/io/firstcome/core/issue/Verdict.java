package io.firstcome.core.issue;

import io.firstcome.core.campaign.CampaignState;

/// What a ledger decided about one request of a batch.
public sealed interface Verdict {
    /// The user is given a coupon by this request.
    record Granted(Issuance issuance) implements Verdict {}

    /// The user holds a coupon already.
    record Held(Issuance issuance) implements Verdict {}

    /// Nothing is given, because the campaign is in `state`, which is not open.
    record Denied(CampaignState state) implements Verdict {
        public Denied {
            if (state == CampaignState.OPEN) {
                throw new IllegalArgumentException("state: OPEN (expected: another)");
            }
        }
    }
}
