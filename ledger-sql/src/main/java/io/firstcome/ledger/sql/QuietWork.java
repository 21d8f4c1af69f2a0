package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/// The work that the hot path leaves behind: bringing who holds coupons from [LiveUsers] to
/// [UserCouponTable], campaign by campaign and piece by piece, and then letting go of the memory.
///
/// What is begun is finished first. Then come the campaigns that issue no more, and while memory is
/// crowded, the one with the most coupons in it.
final class QuietWork {
    /// How many coupons make a piece, about.
    static final int PIECE = 500;

    /// How long a campaign that has sold out is left in peace: just then everybody asks.
    static final long CALM_MICROS = 60_000_000;

    private static final long NONE = 0;

    private final LiveUsers liveUsers;
    private final UserCouponTable userCoupons;
    private final int crowdedFrom;
    private final Map<Long, Due> dueOf = new ConcurrentHashMap<>();
    private final NavigableSet<Due> dues =
            new ConcurrentSkipListSet<>(
                    Comparator.comparingLong(Due::micros).thenComparingLong(Due::campaignNumber));
    private volatile long begun = NONE;

    /// From when on a campaign in [LiveUsers] issues no more.
    private record Due(long micros, long campaignNumber) {}

    /// @param usersInMemoryMax how many coupons [LiveUsers] may hold
    QuietWork(LiveUsers liveUsers, UserCouponTable userCoupons, int usersInMemoryMax) {
        this.liveUsers = liveUsers;
        this.userCoupons = userCoupons;
        this.crowdedFrom = usersInMemoryMax / 2;
    }

    /// Notes what an earlier run has left.
    void resume(IndexProgress progress) {
        if (progress.isUnderWay()) {
            begun = progress.campaign().number();
        }
        changed(progress.campaign(), progress.campaign().revision().updatedAtMicros());
    }

    /// Notes that `campaign`, of which something may be in [LiveUsers], became so at `nowMicros`.
    void changed(Campaign campaign, long nowMicros) {
        forget(campaign.number());
        if (liveUsers.hasAnyOf(campaign.number())) {
            long end = campaign.terms().window().endMicros();
            boolean isSoldOut = campaign.remaining() == 0;
            long micros = isSoldOut ? Math.min(end, nowMicros + CALM_MICROS) : end;
            Due due = new Due(micros, campaign.number());
            dueOf.put(campaign.number(), due);
            dues.add(due);
        }
    }

    private void forget(long campaignNumber) {
        Due due = dueOf.remove(campaignNumber);
        if (due != null) {
            dues.remove(due);
        }
    }

    boolean isDue(long nowMicros) {
        return next(nowMicros) != NONE;
    }

    /// Whether memory is half full, so that whoever issues one more coupon must see to it that two
    /// are brought. Then it never gets full: whatever is on the way has come before half as much is
    /// new, and what is decided together is little against the rest.
    boolean isCrowded() {
        return liveUsers.size() > crowdedFrom;
    }

    /// The campaign whose turn it is.
    private long next(long nowMicros) {
        if (begun != NONE) {
            return begun;
        }
        Due due = dues.floor(new Due(nowMicros, Long.MAX_VALUE));
        if (due != null) {
            return due.campaignNumber();
        }
        return isCrowded() ? liveUsers.largest() : NONE;
    }

    /// Does one piece of about `coupons` coupons.
    ///
    /// @return how many it brought
    int perform(Transaction transaction, int coupons) throws SQLException {
        long campaignNumber = next(transaction.nowMicros());
        return campaignNumber == NONE ? 0 : bring(transaction, campaignNumber, coupons);
    }

    private int bring(Transaction transaction, long campaignNumber, int coupons)
            throws SQLException {
        IndexProgress before =
                Objects.requireNonNull(
                        CampaignTable.indexProgress(transaction.session(), campaignNumber));
        IndexProgress now = before.begun();
        long tags = now.tagsOf(coupons);
        long[] entries = liveUsers.entries(campaignNumber, now.nextTag(), now.nextTag() + tags);
        userCoupons.insert(transaction, campaignNumber, entries);
        IndexProgress after = now.advanced(tags);
        CampaignTable.advance(transaction, before, after);
        transaction.afterCommit(() -> advanced(before, after));
        return entries.length;
    }

    private void advanced(IndexProgress before, IndexProgress after) {
        long campaignNumber = before.campaign().number();
        if (!before.isUnderWay()) {
            liveUsers.beginLeaving(campaignNumber);
        }
        if (after.isUnderWay()) {
            begun = campaignNumber;
        } else {
            begun = NONE;
            liveUsers.endLeaving(campaignNumber);
            if (!liveUsers.hasAnyOf(campaignNumber)) {
                forget(campaignNumber);
            }
        }
    }
}
