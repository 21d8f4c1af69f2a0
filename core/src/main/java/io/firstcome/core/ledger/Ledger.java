package io.firstcome.core.ledger;

import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.time.LedgerClock;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The one part that decides and remembers.
///
/// Every act named `…Durably` is one point of its campaign's sequence of decisions, and what it did
/// survives `kill -9` and power loss when it returns. Every method may be called from any thread
/// and may block; each throws [LedgerException] when the ledger can not do it.
public interface Ledger extends AutoCloseable {
    /// The clock by which this ledger decides.
    LedgerClock clock();

    /// The key of all coupon codes, the same for the life of the ledger.
    CodeKey codeKey();

    /// Decides batches of different campaigns by [io.firstcome.core.issue.Decision] in one durable
    /// act.
    ///
    /// @return one outcome for each batch, in their order
    List<BatchOutcome> issueDurably(List<IssueBatch> batches);

    /// Creates a campaign.
    CreateOutcome createDurably(CampaignId id, CampaignTerms terms);

    /// Changes a campaign by [io.firstcome.core.campaign.CampaignRules]. An end comes later, by the
    /// clock, than every decision before it.
    ///
    /// @param version the version the campaign must have; empty when any will do
    ChangeOutcome changeDurably(CampaignId id, OptionalLong version, CampaignChange change);

    /// Deletes a campaign of which nothing was issued. Its number is not used again.
    ///
    /// @param version the version the campaign must have; empty when any will do
    ChangeOutcome deleteDurably(CampaignId id, OptionalLong version);

    /// Makes durable that the clock has passed `micros`, unless it is already: no later run's clock
    /// falls behind it. Whoever tells that a campaign has ended does this first, with its end.
    ///
    /// @param micros a time that [#clock] has reached
    void passDurably(long micros);

    /// At most `limit` campaigns with a number above `afterNumber`, by number.
    List<Campaign> campaigns(long afterNumber, int limit);

    /// At most `limit` issuances with an ordinal above `afterOrdinal`, by ordinal.
    List<Issuance> issuances(long campaignNumber, int afterOrdinal, int limit);

    /// At most `limit` coupons that `user` holds of campaigns with a number below `beforeNumber`,
    /// the newest campaign first.
    List<UserCoupon> couponsOf(UserId user, long beforeNumber, int limit);

    /// Hands every user that holds a coupon of the campaign to `consumer`, in no order.
    void forEachHolder(long campaignNumber, Consumer<UserId> consumer);

    /// The keys by which callers are known.
    ApiKeys keys();

    /// Does a small piece, of a few milliseconds, of the work that is left for quiet times.
    ///
    /// @return whether more is left
    boolean doQuietWork();

    /// Does what an issuing act does, and undoes it, so that the next one finds all of it at hand:
    /// asked for just before a campaign starts. Nothing of it can be seen. May do nothing.
    default void rehearse() {}

    /// Tells `follower` what others do to campaigns, from now on until this ledger is closed.
    /// Others are those who have opened the same ledger; where that can not be, there is nothing to
    /// tell. Call it once.
    default void follow(CampaignFollower follower) {}

    /// Whether the follower knows every change to which somebody had the answer when this was
    /// called: only then may anything be refused without asking [#issueDurably].
    default boolean isFollowed() {
        return true;
    }

    /// Whether this ledger can still decide. Once false, it stays false until a restart.
    boolean isHealthy();

    @Override
    void close();
}
