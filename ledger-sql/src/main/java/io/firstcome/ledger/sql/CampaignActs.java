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
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.time.MonotonicClock;

import java.sql.SQLException;
import java.util.OptionalLong;

/// What an operator does with campaigns.
final class CampaignActs {
    private final QuietWork quietWork;
    private final MonotonicClock clock;

    CampaignActs(QuietWork quietWork, MonotonicClock clock) {
        this.quietWork = quietWork;
        this.clock = clock;
    }

    CreateOutcome create(Transaction transaction, CampaignId id, CampaignTerms terms)
            throws SQLException {
        boolean isTaken = CampaignTable.find(transaction.session(), id) != null;
        long created = LedgerState.campaignsCreated(transaction.session());
        CreateOutcome outcome =
                CampaignRules.create(id, terms, isTaken, created, transaction.nowMicros());
        if (outcome instanceof Created(Campaign campaign)) {
            CampaignTable.insert(transaction, campaign);
            LedgerState.countCampaign(transaction, campaign.number());
        }
        return outcome;
    }

    ChangeOutcome change(
            Transaction transaction, CampaignId id, OptionalLong version, CampaignChange change)
            throws SQLException {
        if (CampaignRules.needsLaterTime(change)) {
            transaction.moveTo(clock.tickMicros());
        }
        Campaign campaign = CampaignTable.find(transaction.session(), id);
        long nowMicros = transaction.nowMicros();
        ChangeOutcome outcome = CampaignRules.change(campaign, version, change, nowMicros);
        if (outcome instanceof Changed(Campaign changed) && !changed.equals(campaign)) {
            CampaignTable.revise(transaction, changed);
            transaction.afterCommit(() -> quietWork.changed(changed, nowMicros));
        } else if (campaign != null && campaign.stateAt(nowMicros) == CampaignState.ENDED) {
            // That it has ended is told now, so the clock must not fall behind it.
            transaction.keepTime();
        }
        return outcome;
    }

    ChangeOutcome delete(Transaction transaction, CampaignId id, OptionalLong version)
            throws SQLException {
        Campaign campaign = CampaignTable.find(transaction.session(), id);
        ChangeOutcome outcome = CampaignRules.delete(campaign, version);
        if (outcome instanceof Deleted(Campaign deleted)) {
            CampaignTable.delete(transaction, deleted);
        }
        return outcome;
    }
}
