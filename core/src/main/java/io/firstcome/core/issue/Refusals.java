package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.Window;

/// What is said of a campaign that is not open.
final class Refusals {
    private Refusals() {}

    static IssueOutcome.Refused of(Campaign campaign, CampaignState state, long nowMicros) {
        Window window = campaign.terms().window();
        return switch (state) {
            case OPEN -> throw new IllegalArgumentException("state: OPEN (expected: another)");
            case SCHEDULED -> new IssueOutcome.NotStarted(window.startMicros(), nowMicros);
            case PAUSED -> new IssueOutcome.Paused();
            case SOLD_OUT -> new IssueOutcome.SoldOut();
            case ENDED -> new IssueOutcome.Ended(window.endMicros());
        };
    }
}
