package io.firstcome.ledger.sql;

import java.sql.SQLException;
import java.util.Objects;

/// The table of one row that holds what is true of the ledger as a whole.
final class LedgerState {
    /// Makes a query of the database's time one of the ledger's time, too, and of whether an import
    /// into it is not finished.
    static final String AND_FLOOR =
            ", clock_floor_micros, " + ImportMarker.COUNT + " FROM ledger_state";

    private LedgerState() {}

    /// The latest time of which the ledger knows: the one kept, or that of a coupon since. Such a
    /// coupon is the last one of a campaign of which some are not yet in [UserCouponTable], as
    /// bringing them there keeps the time.
    static long clockFloorMicros(Session session) throws SQLException {
        return read(
                session,
                "SELECT MAX(micros) FROM ("
                        + "SELECT clock_floor_micros AS micros FROM ledger_state UNION ALL"
                        + " SELECT coupon.issued_at_micros FROM campaigns campaign"
                        + " JOIN coupons coupon ON coupon.campaign_number = campaign.number"
                        + " AND coupon.ordinal = campaign.issued_count"
                        + " WHERE campaign.issued_count > campaign.indexed_count) AS times");
    }

    static void keepTime(Transaction transaction) throws SQLException {
        transaction.updateExactly(
                1,
                "UPDATE ledger_state SET clock_floor_micros = ? WHERE one = 1",
                transaction.nowMicros());
    }

    /// Of a shared ledger: nobody else creates a campaign or opens the ledger until the transaction
    /// ends.
    static void lock(Session session) throws SQLException {
        read(session, "SELECT one FROM ledger_state WHERE one = 1 FOR UPDATE");
    }

    /// Of a shared ledger: the latest time of which it knows.
    static long latestMicros(Session session) throws SQLException {
        return read(
                session,
                "SELECT MAX(micros) FROM ("
                        + "SELECT clock_floor_micros AS micros FROM ledger_state UNION ALL"
                        + " SELECT MAX(decided_at_micros) FROM campaigns) AS times");
    }

    /// Of a shared ledger: it is at least as late as `micros` from now on.
    static void pass(Session session, long micros) throws SQLException {
        session.update(
                "UPDATE ledger_state SET clock_floor_micros = ? WHERE clock_floor_micros < ?",
                micros,
                micros);
    }

    /// How many campaigns were ever created, which is also the number of the last one.
    static long campaignsCreated(Session session) throws SQLException {
        return read(session, "SELECT campaigns_created FROM ledger_state WHERE one = 1");
    }

    static void countCampaign(Transaction transaction, long number) throws SQLException {
        transaction.updateExactly(
                1,
                "UPDATE ledger_state SET campaigns_created = ? WHERE one = 1"
                        + " AND campaigns_created = ?",
                number,
                number - 1);
    }

    private static long read(Session session, String sql) throws SQLException {
        return Objects.requireNonNull(session.first(sql, row -> row.getLong(1)), "ledger_state");
    }
}
