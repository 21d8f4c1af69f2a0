package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.UserCoupon;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The table of coupons: what was issued, by campaign and ordinal.
final class CouponTable {
    private static final String SELECT =
            "SELECT ordinal, user_id, issued_at_micros FROM coupons WHERE campaign_number = ? ";
    private static final String BY_ORDINAL = SELECT + "AND ordinal = ?";
    private static final String PAGE = SELECT + "AND ordinal > ? ORDER BY ordinal LIMIT ?";

    /// Of a shared ledger.
    private static final String OF_USER =
            "SELECT campaign.number, campaign.id, coupon.ordinal, coupon.user_id,"
                    + " coupon.issued_at_micros FROM coupons coupon"
                    + " JOIN campaigns campaign ON campaign.number = coupon.campaign_number"
                    + " WHERE coupon.user_id = ? AND coupon.campaign_number < ?"
                    + " ORDER BY coupon.campaign_number DESC LIMIT ?";

    private CouponTable() {}

    /// Of a shared ledger: what a user holds, of the newest campaign first.
    static List<UserCoupon> ofUser(Session session, UserId user, long beforeNumber, int limit)
            throws SQLException {
        long before = Math.min(beforeNumber, Integer.MAX_VALUE);
        return session.list(OF_USER, CouponTable::userCoupon, user.value(), before, limit);
    }

    /// Reads a row of campaign number and identifier, ordinal, user and time.
    static UserCoupon userCoupon(ResultSet row) throws SQLException {
        Issuance issuance =
                new Issuance(row.getInt(3), new UserId(row.getString(4)), row.getLong(5));
        return new UserCoupon(row.getLong(1), new CampaignId(row.getString(2)), issuance);
    }

    static @Nullable Issuance find(Session session, long campaignNumber, int ordinal)
            throws SQLException {
        return session.first(BY_ORDINAL, CouponTable::issuance, campaignNumber, ordinal);
    }

    static List<Issuance> page(Session session, long campaignNumber, int afterOrdinal, int limit)
            throws SQLException {
        return session.list(PAGE, CouponTable::issuance, campaignNumber, afterOrdinal, limit);
    }

    /// Inserts issuances of one batch, so with consecutive ordinals and one time, by one statement:
    /// a call into the engine costs more than a row.
    static void insert(
            Transaction transaction, Engine engine, long campaignNumber, List<Issuance> granted)
            throws SQLException {
        Issuance first = granted.getFirst();
        transaction.updateExactly(
                granted.size(),
                engine.insertCoupons(),
                campaignNumber,
                first.ordinal(),
                first.issuedAtMicros(),
                usersJson(granted));
    }

    private static Issuance issuance(ResultSet row) throws SQLException {
        return new Issuance(row.getInt(1), new UserId(row.getString(2)), row.getLong(3));
    }

    private static String usersJson(List<Issuance> granted) {
        StringBuilder json = new StringBuilder(granted.size() * 16);
        char before = '[';
        for (Issuance issuance : granted) {
            json.append(before);
            JsonRows.appendText(json, issuance.user().value());
            before = ',';
        }
        return json.append(']').toString();
    }
}
