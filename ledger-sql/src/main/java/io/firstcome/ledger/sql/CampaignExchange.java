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

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.OptionalLong;

/// One act of an operator on a campaign of a shared ledger. A second attempt finds whether the
/// first one, of which the commit was not answered, came to its end.
final class CampaignExchange {
    private final Database database;
    private @Nullable Campaign committing;

    CampaignExchange(Database database) {
        this.database = database;
    }

    CreateOutcome create(Attempt attempt, CampaignId id, CampaignTerms terms) throws SQLException {
        Session session = attempt.session();
        LedgerState.lock(session);
        long nowMicros = nowMicros(attempt);
        Campaign taken = CampaignTable.find(session, id);
        if (taken != null && isSame(taken, committing)) {
            return new Created(taken);
        }
        long created = LedgerState.campaignsCreated(session);
        CreateOutcome outcome = CampaignRules.create(id, terms, taken != null, created, nowMicros);
        if (outcome instanceof Created(Campaign campaign)) {
            Transaction transaction = new Transaction(session, nowMicros);
            CampaignTable.insert(transaction, campaign);
            LedgerState.countCampaign(transaction, campaign.number());
            committing = campaign;
            commit(attempt, transaction, campaign);
        }
        return outcome;
    }

    ChangeOutcome change(
            Attempt attempt, CampaignId id, OptionalLong version, CampaignChange change)
            throws SQLException {
        CampaignTable.Decided locked = CampaignTable.lock(attempt.session(), id);
        Campaign campaign = locked == null ? null : locked.campaign();
        if (campaign != null && isSame(campaign, committing)) {
            return new Changed(campaign);
        }
        long nowMicros = nowMicros(attempt, locked);
        if (locked != null && CampaignRules.needsLaterTime(change)) {
            nowMicros = attempt.laterMicros(nowMicros, locked);
        }
        ChangeOutcome outcome = CampaignRules.change(campaign, version, change, nowMicros);
        Transaction transaction = new Transaction(attempt.session(), nowMicros);
        if (outcome instanceof Changed(Campaign changed) && !changed.equals(campaign)) {
            CampaignTable.revise(transaction, changed);
            committing = changed;
            commit(attempt, transaction, changed);
        } else if (campaign != null && campaign.stateAt(nowMicros) == CampaignState.ENDED) {
            // That it has ended is told now, so its clock must not fall behind it.
            commit(attempt, transaction, campaign);
        }
        return outcome;
    }

    ChangeOutcome delete(Attempt attempt, CampaignId id, OptionalLong version) throws SQLException {
        CampaignTable.Decided locked = CampaignTable.lock(attempt.session(), id);
        Campaign campaign = locked == null ? null : locked.campaign();
        if (campaign == null && committing != null) {
            return new Deleted(committing);
        }
        ChangeOutcome outcome = CampaignRules.delete(campaign, version);
        if (outcome instanceof Deleted(Campaign deleted)) {
            Transaction transaction = new Transaction(attempt.session(), nowMicros(attempt));
            CampaignTable.delete(transaction, deleted);
            committing = deleted;
            attempt.commit();
        }
        return outcome;
    }

    /// Whether something was changed that may make an earlier refusal untrue.
    boolean mustBeKnown() {
        return committing != null;
    }

    /// Whether `found` is what was to become of the campaign; coupons may have been issued since.
    private static boolean isSame(Campaign found, @Nullable Campaign committing) {
        return committing != null
                && found.number() == committing.number()
                && found.terms().equals(committing.terms())
                && found.paused() == committing.paused()
                && found.revision().equals(committing.revision());
    }

    private long nowMicros(Attempt attempt, CampaignTable.@Nullable Decided locked)
            throws SQLException {
        long nowMicros = nowMicros(attempt);
        return locked == null ? nowMicros : attempt.nowMicros(nowMicros, locked);
    }

    private long nowMicros(Attempt attempt) throws SQLException {
        long nowMicros = attempt.nowMicros(database.clock());
        attempt.requireWhole();
        return nowMicros;
    }

    private static void commit(Attempt attempt, Transaction transaction, Campaign campaign)
            throws SQLException {
        CampaignTable.keepDecided(transaction, campaign.number());
        attempt.commit();
    }
}
