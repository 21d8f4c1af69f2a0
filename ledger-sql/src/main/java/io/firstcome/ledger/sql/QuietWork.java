package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListSet;

/// The work that the hot path leaves behind: bringing who holds coupons of an ended campaign from
/// [LiveUsers] to [UserCouponTable], piece by piece, and then letting go of the memory.
final class QuietWork {
    /// How many coupons make a piece, about.
    static final int PIECE = 500;

    private final LiveUsers liveUsers;
    private final UserCouponTable userCoupons;
    private final NavigableSet<Ending> endings =
            new ConcurrentSkipListSet<>(
                    Comparator.comparingLong(Ending::endMicros)
                            .thenComparingLong(Ending::campaignNumber));

    /// When a campaign in [LiveUsers] ends.
    private record Ending(long endMicros, long campaignNumber) {
        static Ending of(Campaign campaign) {
            return new Ending(campaign.terms().window().endMicros(), campaign.number());
        }
    }

    QuietWork(LiveUsers liveUsers, UserCouponTable userCoupons) {
        this.liveUsers = liveUsers;
        this.userCoupons = userCoupons;
    }

    /// Notes that [LiveUsers] covers a campaign, from an earlier run.
    void covered(IndexProgress progress) {
        endings.add(new Ending(progress.endMicros(), progress.campaignNumber()));
    }

    /// Notes that [LiveUsers] covers `campaign`.
    void covered(Campaign campaign) {
        endings.add(Ending.of(campaign));
    }

    /// Notes that a campaign was changed.
    void changed(Campaign before, Campaign after) {
        if (endings.remove(Ending.of(before))) {
            endings.add(Ending.of(after));
        }
    }

    boolean isDue(long nowMicros) {
        return ended(nowMicros) != null;
    }

    /// Does one piece.
    ///
    /// @return how many coupons it brought in
    int perform(Transaction transaction) throws SQLException {
        Ending ended = ended(transaction.nowMicros());
        return ended == null ? 0 : index(transaction, ended);
    }

    private int index(Transaction transaction, Ending ended) throws SQLException {
        long campaignNumber = ended.campaignNumber();
        IndexProgress progress =
                Objects.requireNonNull(
                        CampaignTable.indexProgress(transaction.session(), campaignNumber));
        long tags = progress.tagsOf(PIECE);
        long[] entries =
                liveUsers.entries(campaignNumber, progress.nextTag(), progress.nextTag() + tags);
        userCoupons.insert(transaction, campaignNumber, entries);
        CampaignTable.countIndexed(transaction, progress, tags);
        if (progress.indexedTags() + tags == IndexProgress.TAGS) {
            transaction.afterCommit(() -> release(ended));
        }
        return entries.length;
    }

    private void release(Ending ended) {
        endings.remove(ended);
        liveUsers.release(ended.campaignNumber());
    }

    /// A campaign that has ended; null when none has.
    private @Nullable Ending ended(long nowMicros) {
        return endings.floor(new Ending(nowMicros, Long.MAX_VALUE));
    }
}
