package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignRules;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.AlreadyExists;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.CreateOutcome.Full;

import java.sql.SQLException;
import java.util.OptionalLong;

/// What an operator does with campaigns.
final class CampaignActs {
    private final QuietWork quietWork;

    CampaignActs(QuietWork quietWork) {
        this.quietWork = quietWork;
    }

    CreateOutcome create(Transaction transaction, CampaignId id, CampaignTerms terms)
            throws SQLException {
        if (CampaignTable.find(transaction.session(), id) != null) {
            return new AlreadyExists();
        }
        Refused refused = CampaignRules.refusalOf(terms, transaction.nowMicros());
        if (refused != null) {
            return new CreateOutcome.Refused(refused.reason());
        }
        long number = LedgerState.campaignsCreated(transaction.session()) + 1;
        if (number > Campaign.NUMBER_MAX) {
            return new Full(Campaign.NUMBER_MAX);
        }
        Campaign campaign = Campaign.create(number, id, terms, transaction.nowMicros());
        CampaignTable.insert(transaction, campaign);
        LedgerState.countCampaign(transaction, number);
        return new Created(campaign);
    }

    ChangeOutcome change(
            Transaction transaction, CampaignId id, OptionalLong version, CampaignChange change)
            throws SQLException {
        Campaign campaign = CampaignTable.find(transaction.session(), id);
        if (campaign == null) {
            return new NotFound();
        }
        if (isOutdated(version, campaign)) {
            return new Outdated(campaign.revision().version());
        }
        if (change instanceof CampaignChange.End) {
            transaction.tick();
        }
        ChangeOutcome outcome = CampaignRules.change(campaign, change, transaction.nowMicros());
        if (outcome instanceof Changed(Campaign changed) && !changed.equals(campaign)) {
            CampaignTable.revise(transaction, changed);
            transaction.afterCommit(() -> quietWork.changed(changed, transaction.nowMicros()));
        } else if (campaign.stateAt(transaction.nowMicros()) == CampaignState.ENDED) {
            // That it has ended is told now, so the clock must not fall behind it.
            transaction.keepTime();
        }
        return outcome;
    }

    ChangeOutcome delete(Transaction transaction, CampaignId id, OptionalLong version)
            throws SQLException {
        Campaign campaign = CampaignTable.find(transaction.session(), id);
        if (campaign == null) {
            return new NotFound();
        }
        if (isOutdated(version, campaign)) {
            return new Outdated(campaign.revision().version());
        }
        ChangeOutcome outcome = CampaignRules.delete(campaign);
        if (outcome instanceof Deleted) {
            CampaignTable.delete(transaction, campaign);
        }
        return outcome;
    }

    private static boolean isOutdated(OptionalLong version, Campaign campaign) {
        return version.isPresent() && version.getAsLong() != campaign.revision().version();
    }
}
