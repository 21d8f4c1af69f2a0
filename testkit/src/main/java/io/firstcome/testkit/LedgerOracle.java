package io.firstcome.testkit;

import static java.util.Objects.requireNonNullElse;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.End;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignChange.Resume;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.campaign.Revision;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// What one campaign must answer, said a second time and as plainly as possible: one request after
/// the other, on a list. It shares no rule with what it judges.
final class LedgerOracle {
    final List<Issuance> issued = new ArrayList<>();
    Campaign campaign;

    LedgerOracle(Campaign created) {
        campaign = created;
    }

    Verdict ask(UserId user, long now) {
        for (Issuance issuance : issued) {
            if (issuance.user().equals(user)) {
                return new Held(issuance);
            }
        }
        if (state(now) != CampaignState.OPEN) {
            return new Denied(state(now));
        }
        issued.add(new Issuance(issued.size() + 1, user, now));
        stand(campaign.terms(), campaign.paused(), campaign.revision());
        return new Granted(issued.getLast());
    }

    private CampaignState state(long now) {
        int quantity = campaign.terms().quantity();
        if (now >= campaign.terms().window().endMicros()) {
            return CampaignState.ENDED;
        } else if (quantity != 0 && issued.size() >= quantity) {
            return CampaignState.SOLD_OUT;
        } else if (campaign.paused()) {
            return CampaignState.PAUSED;
        }
        boolean isEarly = now < campaign.terms().window().startMicros();
        return isEarly ? CampaignState.SCHEDULED : CampaignState.OPEN;
    }

    ChangeOutcome change(OptionalLong version, CampaignChange change, long now) {
        long current = campaign.revision().version();
        if (version.isPresent() && version.getAsLong() != current) {
            return new Outdated(current);
        } else if (state(now) == CampaignState.ENDED) {
            return change instanceof End
                    ? new Changed(campaign)
                    : new Refused(Reason.CAMPAIGN_ENDED);
        }
        return switch (change) {
            case Pause() -> revise(campaign.terms(), true, now);
            case Resume() -> revise(campaign.terms(), false, now);
            case End() -> revise(with(new Amend(null, null, null, now)), campaign.paused(), now);
            case Amend amend -> amend(with(amend), now);
        };
    }

    private CampaignTerms with(Amend amend) {
        CampaignTerms old = campaign.terms();
        long start = requireNonNullElse(amend.startMicros(), old.window().startMicros());
        long end = requireNonNullElse(amend.endMicros(), old.window().endMicros());
        int quantity = requireNonNullElse(amend.quantity(), old.quantity());
        String name = requireNonNullElse(amend.name(), old.name());
        return new CampaignTerms(name, quantity, new Window(start, end));
    }

    private ChangeOutcome amend(CampaignTerms terms, long now) {
        Window window = terms.window();
        long start = campaign.terms().window().startMicros();
        if (window.startMicros() != start && start <= now) {
            return new Refused(Reason.CAMPAIGN_STARTED);
        } else if (terms.quantity() != 0 && terms.quantity() < issued.size()) {
            return new Refused(Reason.LIMIT_BELOW_ISSUED);
        } else if (window.endMicros() <= window.startMicros()) {
            return new Refused(Reason.END_NOT_AFTER_START);
        } else if (window.endMicros() <= now) {
            return new Refused(Reason.END_IN_THE_PAST);
        }
        return revise(terms, campaign.paused(), now);
    }

    private ChangeOutcome revise(CampaignTerms terms, boolean paused, long now) {
        Revision old = campaign.revision();
        boolean isSame = terms.equals(campaign.terms()) && paused == campaign.paused();
        stand(
                terms,
                paused,
                isSame ? old : new Revision(old.version() + 1, old.createdAtMicros(), now));
        return new Changed(campaign);
    }

    private void stand(CampaignTerms terms, boolean paused, Revision revision) {
        long number = campaign.number();
        campaign = new Campaign(number, campaign.id(), terms, paused, issued.size(), revision);
    }
}
