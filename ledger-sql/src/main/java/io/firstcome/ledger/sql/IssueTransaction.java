package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Decision;
import io.firstcome.core.issue.Holders;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.CampaignGone;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.IssueBatch;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The act of the hot path: decides batches and records what they grant.
final class IssueTransaction {
    /// No campaign has this number.
    private static final long REHEARSED_CAMPAIGN = 0;

    private static final List<Issuance> REHEARSED =
            List.of(new Issuance(1, new UserId("rehearsal"), 0));

    private final Engine engine;
    private final LiveUsers liveUsers;
    private final UserCoupons userCoupons;
    private final UserTagTable userTags;
    private final QuietWork quietWork;

    IssueTransaction(
            Engine engine,
            LiveUsers liveUsers,
            UserCoupons userCoupons,
            UserTagTable userTags,
            QuietWork quietWork) {
        this.engine = engine;
        this.userTags = userTags;
        this.liveUsers = liveUsers;
        this.userCoupons = userCoupons;
        this.quietWork = quietWork;
    }

    List<BatchOutcome> perform(Transaction transaction, List<IssueBatch> batches)
            throws SQLException {
        List<BatchOutcome> outcomes = new ArrayList<>(batches.size());
        for (IssueBatch batch : batches) {
            Campaign campaign = CampaignTable.find(transaction.session(), batch.campaignNumber());
            outcomes.add(
                    campaign == null
                            ? new CampaignGone()
                            : decide(transaction, campaign, batch.users()));
        }
        return outcomes;
    }

    private Decided decide(Transaction transaction, Campaign campaign, List<UserId> users)
            throws SQLException {
        Holders holders = user -> holding(transaction.session(), campaign, user);
        Decision decision = Decision.decide(campaign, transaction.nowMicros(), users, holders);
        if (decision.saysEnded()) {
            transaction.keepTime();
        }
        Campaign after = campaign.withIssued(decision.granted().size());
        if (after.issued() > campaign.issued()) {
            record(transaction, campaign, decision.granted());
            transaction.afterCommit(() -> {
                liveUsers.add(after.number(), decision.granted());
                quietWork.changed(after, transaction.nowMicros());
            });
        }
        return new Decided(after, decision.verdicts(), transaction.nowMicros());
    }

    /// Writes a coupon and undoes it. Only the time stays.
    void rehearse(Transaction transaction) throws SQLException {
        transaction.session().update("SAVEPOINT rehearsal");
        CouponTable.insert(transaction, engine, REHEARSED_CAMPAIGN, REHEARSED);
        transaction.session().update("ROLLBACK TO SAVEPOINT rehearsal");
        transaction.keepTime();
    }

    private void record(Transaction transaction, Campaign campaign, List<Issuance> granted)
            throws SQLException {
        CouponTable.insert(transaction, engine, campaign.number(), granted);
        userTags.complete(
                transaction,
                campaign.number(),
                campaign.issued(),
                campaign.issued() + granted.size());
        CampaignTable.countIssued(transaction, campaign, granted.size());
        transaction.timeIsKept();
    }

    private @Nullable Issuance holding(Session session, Campaign campaign, UserId user) {
        if (campaign.issued() == 0) {
            return null;
        }
        try {
            return userCoupons.find(session, campaign.number(), user);
        } catch (SQLException e) {
            throw new IllegalStateException("coupons of a user: could not be read", e);
        }
    }
}
