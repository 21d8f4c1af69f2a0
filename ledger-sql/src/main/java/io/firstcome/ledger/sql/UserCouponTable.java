package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.UserCoupon;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// The table of coupons by user, into which [QuietWork] brings them.
final class UserCouponTable {
    private static final String SELECT =
            "SELECT campaign.number, campaign.id, coupon.ordinal, coupon.user_id,"
                    + " coupon.issued_at_micros"
                    + " FROM user_coupons held"
                    + " JOIN campaigns campaign ON campaign.number = held.campaign_number"
                    + " JOIN coupons coupon ON coupon.campaign_number = held.campaign_number"
                    + " AND coupon.ordinal = held.ordinal"
                    + " WHERE held.user_tag = ? AND held.user_id = ? ";
    private static final String BY_CAMPAIGN = SELECT + "AND held.campaign_number = ?";
    private static final String PAGE =
            SELECT + "AND held.campaign_number < ? ORDER BY held.campaign_number DESC LIMIT ?";

    private final Engine engine;
    private final UserHash hash;

    UserCouponTable(Engine engine, UserHash hash) {
        this.engine = engine;
        this.hash = hash;
    }

    @Nullable Issuance find(Session session, long campaignNumber, UserId user) throws SQLException {
        UserCoupon held =
                session.first(
                        BY_CAMPAIGN,
                        CouponTable::userCoupon,
                        hash.tag(user),
                        user.value(),
                        campaignNumber);
        return held == null ? null : held.issuance();
    }

    /// The newest campaign first.
    List<UserCoupon> page(Session session, UserId user, long beforeNumber, int limit)
            throws SQLException {
        return session.list(
                PAGE, CouponTable::userCoupon, hash.tag(user), user.value(), beforeNumber, limit);
    }

    /// Brings coupons in.
    ///
    /// @param entries for each the tag of its user in the upper and its ordinal in the lower half
    void insert(Transaction transaction, long campaignNumber, long[] entries) throws SQLException {
        transaction.updateExactly(
                entries.length,
                engine.insertUserCoupons(),
                Arrays.toString(entries),
                campaignNumber);
    }
}
