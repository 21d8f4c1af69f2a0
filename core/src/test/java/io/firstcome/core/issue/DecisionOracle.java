package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Revision;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;

import java.util.ArrayList;
import java.util.List;

/// What a drop must answer, said a second time and as plainly as possible: a list of those who
/// came, one request after the other, without batches.
final class DecisionOracle {
    private final int quantity;
    private final Window window;
    private final List<Issuance> issued = new ArrayList<>();
    boolean isPaused;

    DecisionOracle(int quantity, Window window) {
        this.quantity = quantity;
        this.window = window;
    }

    Verdict ask(UserId user, long now) {
        for (Issuance issuance : issued) {
            if (issuance.user().equals(user)) {
                return new Held(issuance);
            }
        }
        if (now >= window.endMicros()) {
            return new Denied(CampaignState.ENDED);
        } else if (issued.size() == quantity) {
            return new Denied(CampaignState.SOLD_OUT);
        } else if (isPaused) {
            return new Denied(CampaignState.PAUSED);
        } else if (now < window.startMicros()) {
            return new Denied(CampaignState.SCHEDULED);
        }
        issued.add(new Issuance(issued.size() + 1, user, now));
        return new Granted(issued.getLast());
    }

    /// All issuances, by ordinal.
    List<Issuance> issued() {
        return List.copyOf(issued);
    }

    /// The campaign as a ledger would keep it.
    Campaign campaign() {
        CampaignTerms terms = new CampaignTerms("name", quantity, window);
        Revision revision = new Revision(1, 0, 0);
        return new Campaign(1, new CampaignId("drop"), terms, isPaused, issued.size(), revision);
    }
}
