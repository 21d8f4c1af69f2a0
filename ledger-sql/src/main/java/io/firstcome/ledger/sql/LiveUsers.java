package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Who holds the coupons that do not stand in [UserCouponTable], or are just on the way there, in
/// memory. One thread at a time writes; any may read.
final class LiveUsers {
    private final Map<Long, Users> campaigns = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();
    private final UserHash hash;

    /// Who holds coupons of one campaign.
    ///
    /// @param hasEarlier whether there are coupons before these, so that they stand in the table
    /// @param leaving those on the way to the table; null: none are
    /// @param staying the coupons behind those
    private record Users(boolean hasEarlier, @Nullable UserIndex leaving, UserIndex staying) {
        Users beginLeaving() {
            return new Users(hasEarlier, staying, new UserIndex(0));
        }

        UserIndex leavingNext() {
            return leaving == null ? staying : leaving;
        }

        int size() {
            return leaving == null ? staying.size() : leaving.size() + staying.size();
        }
    }

    LiveUsers(UserHash hash) {
        this.hash = hash;
    }

    /// How many coupons are in memory.
    long size() {
        return size.get();
    }

    /// Whether every coupon of the campaign is in memory.
    boolean hasAllOf(long campaignNumber) {
        Users users = campaigns.get(campaignNumber);
        return users != null && !users.hasEarlier();
    }

    /// Whether a coupon of the campaign is in memory.
    boolean hasAnyOf(long campaignNumber) {
        return campaigns.containsKey(campaignNumber);
    }

    /// The campaigns with a number below `beforeNumber`, the newest first.
    List<Long> campaignsBelow(long beforeNumber) {
        return campaigns.keySet().stream()
                .filter(number -> number < beforeNumber)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /// The campaign with the most coupons; 0 when there is none.
    long largest() {
        long largest = 0;
        int most = 0;
        for (Map.Entry<Long, Users> entry : campaigns.entrySet()) {
            int count = entry.getValue().size();
            if (count > most) {
                largest = entry.getKey();
                most = count;
            }
        }
        return largest;
    }

    /// Makes room for the coupons of a campaign from an earlier run.
    void cover(IndexProgress progress) {
        int leaving = progress.indexing() - progress.indexed();
        campaigns.put(
                progress.campaign().number(),
                new Users(
                        progress.indexed() > 0,
                        leaving == 0 ? null : new UserIndex(leaving),
                        new UserIndex(progress.campaign().issued() - progress.indexing())));
    }

    /// Adds issuances that are durable.
    void add(long campaignNumber, List<Issuance> issuances) {
        boolean hasEarlier = issuances.getFirst().ordinal() > 1;
        Users users =
                campaigns.computeIfAbsent(
                        campaignNumber, _ -> new Users(hasEarlier, null, new UserIndex(0)));
        for (Issuance issuance : issuances) {
            users.staying().add(hash.tag(issuance.user()), issuance.ordinal());
        }
        size.addAndGet(issuances.size());
    }

    /// Adds users of an earlier run, as covered.
    void add(IndexProgress progress, UserTags tags) {
        OrdinalRange range = tags.range();
        Users users = users(range.campaignNumber());
        boolean isLeaving = range.last() <= progress.indexing();
        tags.addTo(isLeaving ? users.leavingNext() : users.staying());
        size.addAndGet(range.count());
    }

    /// Of the coupons of a campaign that are on the way to the table, or else of all, those of
    /// users with a tag from `fromTag` to before `toTag`, as [UserIndex#entries] tells them.
    long[] entries(long campaignNumber, long fromTag, long toTag) {
        return users(campaignNumber).leavingNext().entries(fromTag, toTag);
    }

    /// Notes that all coupons of a campaign are on the way to the table. Later ones stay.
    void beginLeaving(long campaignNumber) {
        campaigns.put(campaignNumber, users(campaignNumber).beginLeaving());
    }

    /// Lets go of the coupons that have come to the table.
    void endLeaving(long campaignNumber) {
        Users users = users(campaignNumber);
        size.addAndGet(-users.leavingNext().size());
        if (users.staying().size() == 0) {
            campaigns.remove(campaignNumber);
        } else {
            campaigns.put(campaignNumber, new Users(true, null, users.staying()));
        }
    }

    private Users users(long campaignNumber) {
        Users users = campaigns.get(campaignNumber);
        if (users == null) {
            throw new IllegalStateException(
                    "campaign %d: none of its users is in memory".formatted(campaignNumber));
        }
        return users;
    }

    /// The coupon `user` holds; null when none is in memory.
    @Nullable Issuance find(Session session, long campaignNumber, UserId user) throws SQLException {
        Users users = campaigns.get(campaignNumber);
        if (users == null) {
            return null;
        }
        int tag = hash.tag(user);
        Issuance found = confirm(session, campaignNumber, user, users.staying().ordinals(tag));
        return found != null || users.leaving() == null
                ? found
                : confirm(session, campaignNumber, user, users.leaving().ordinals(tag));
    }

    /// The coupon of `user` among those of users with its tag.
    private static @Nullable Issuance confirm(
            Session session, long campaignNumber, UserId user, int[] ordinals) throws SQLException {
        for (int ordinal : ordinals) {
            Issuance issuance = CouponTable.find(session, campaignNumber, ordinal);
            if (issuance != null && issuance.user().equals(user)) {
                return issuance;
            }
        }
        return null;
    }
}
