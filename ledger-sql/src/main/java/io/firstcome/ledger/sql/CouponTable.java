package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;

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

    private CouponTable() {}

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
            json.append(before).append('"');
            escape(issuance.user().value(), json);
            json.append('"');
            before = ',';
        }
        return json.append(']').toString();
    }

    /// No user has control characters, so only two characters need escaping.
    private static void escape(String text, StringBuilder json) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
    }
}
