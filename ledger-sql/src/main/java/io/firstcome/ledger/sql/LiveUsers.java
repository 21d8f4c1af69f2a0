package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/// Who holds coupons of the campaigns whose coupons do not all stand in [UserCouponTable], in
/// memory: one [UserIndex] for each campaign of which something was issued.
final class LiveUsers {
    private final ConcurrentNavigableMap<Long, UserIndex> indexes = new ConcurrentSkipListMap<>();
    private final UserHash hash;

    LiveUsers(UserHash hash) {
        this.hash = hash;
    }

    boolean covers(long campaignNumber) {
        return indexes.containsKey(campaignNumber);
    }

    /// The campaigns with a number below `beforeNumber`, the newest first.
    Iterable<Long> campaignsBelow(long beforeNumber) {
        return indexes.headMap(beforeNumber, false).descendingKeySet();
    }

    /// Makes room for a campaign of which `expected` coupons are known.
    void cover(long campaignNumber, int expected) {
        indexes.put(campaignNumber, new UserIndex(expected));
    }

    void release(long campaignNumber) {
        indexes.remove(campaignNumber);
    }

    /// Adds issuances that are durable.
    void add(long campaignNumber, List<Issuance> issuances) {
        UserIndex index = index(campaignNumber);
        for (Issuance issuance : issuances) {
            index.add(hash.tag(issuance.user()), issuance.ordinal());
        }
    }

    /// Adds `count` users, which must be all that were read.
    void add(long campaignNumber, JoinedUsers users, int count) {
        int[] tags = new int[count];
        int found =
                users.forEach((ordinal, text, start, end) ->
                        tags[ordinal - users.firstOrdinal()] = hash.tag(text, start, end));
        if (found != count) {
            throw new IllegalStateException(
                    "campaign %d: %d coupons from ordinal %d (expected: %d)"
                            .formatted(campaignNumber, found, users.firstOrdinal(), count));
        }
        index(campaignNumber).addAll(tags, users.firstOrdinal());
    }

    /// The coupons of a campaign by users with a tag from `fromTag` to before `toTag`, as
    /// [UserIndex#entries] tells them.
    long[] entries(long campaignNumber, long fromTag, long toTag) {
        return index(campaignNumber).entries(fromTag, toTag);
    }

    private UserIndex index(long campaignNumber) {
        UserIndex index = indexes.get(campaignNumber);
        if (index == null) {
            throw new IllegalStateException(
                    "campaign %d: its users are not in memory (expected: until it has ended)"
                            .formatted(campaignNumber));
        }
        return index;
    }

    /// The coupon `user` holds, if the campaign is covered; null when there is none.
    @Nullable Issuance find(Session session, long campaignNumber, UserId user) throws SQLException {
        UserIndex index = indexes.get(campaignNumber);
        return index == null
                ? null
                : index.find(
                        hash.tag(user), ordinal -> confirm(session, campaignNumber, ordinal, user));
    }

    private static @Nullable Issuance confirm(
            Session session, long campaignNumber, int ordinal, UserId user) throws SQLException {
        Issuance issuance = CouponTable.find(session, campaignNumber, ordinal);
        return issuance != null && issuance.user().equals(user) ? issuance : null;
    }
}
