package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.UserCoupon;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds what users hold: in memory, and in [UserCouponTable].
final class UserCoupons {
    private final LiveUsers liveUsers;
    private final UserCouponTable table;

    UserCoupons(LiveUsers liveUsers, UserCouponTable table) {
        this.liveUsers = liveUsers;
        this.table = table;
    }

    /// What `user` holds of one campaign; null when nothing.
    @Nullable Issuance find(Session session, long campaignNumber, UserId user) throws SQLException {
        Issuance live = liveUsers.find(session, campaignNumber, user);
        return live != null || liveUsers.hasAllOf(campaignNumber)
                ? live
                : table.find(session, campaignNumber, user);
    }

    /// First memory, then the table: what quiet work moves meanwhile is then found twice, never
    /// missed.
    List<UserCoupon> page(Session session, UserId user, long beforeNumber, int limit)
            throws SQLException {
        SortedMap<Long, UserCoupon> found = new TreeMap<>(Comparator.reverseOrder());
        for (long campaignNumber : liveUsers.campaignsBelow(beforeNumber)) {
            if (found.size() == limit) {
                break;
            }
            addLive(session, campaignNumber, user, found);
        }
        for (UserCoupon coupon : table.page(session, user, beforeNumber, limit)) {
            found.put(coupon.campaignNumber(), coupon);
        }
        return found.values().stream().limit(limit).toList();
    }

    private void addLive(
            Session session, long campaignNumber, UserId user, SortedMap<Long, UserCoupon> found)
            throws SQLException {
        Issuance issuance = liveUsers.find(session, campaignNumber, user);
        Campaign campaign = issuance == null ? null : CampaignTable.find(session, campaignNumber);
        if (issuance != null && campaign != null) {
            found.put(campaignNumber, new UserCoupon(campaignNumber, campaign.id(), issuance));
        }
    }
}
