package io.firstcome.bench.nodes;

import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Makes a campaign large at once: as if so many had come.
final class Filling {
    private static final int PIECE = 500_000;

    private Filling() {}

    /// Brings a campaign up to `coupons`, while nobody asks.
    static void fill(DatabaseServer database, String campaignId, int coupons) throws SQLException {
        try (Connection connection = database.connect("bench")) {
            int issued = issued(connection, campaignId);
            while (issued < coupons) {
                int more = Math.min(PIECE, coupons - issued);
                insert(database, connection, campaignId, issued, issued + more);
                issued += more;
            }
        }
    }

    private static int issued(Connection connection, String campaignId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT issued_count FROM campaigns WHERE id = ?")) {
            query.setString(1, campaignId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void insert(
            DatabaseServer database, Connection connection, String campaignId, int from, int to)
            throws SQLException {
        String ordinals =
                database instanceof MariaDbServer
                        ? "(SELECT seq AS ordinal FROM seq_%d_to_%d) AS more"
                        : "generate_series(%d, %d) AS more (ordinal)";
        connection.setAutoCommit(false);
        execute(
                connection,
                "INSERT INTO coupons (campaign_number, ordinal, user_id, issued_at_micros)"
                        + " SELECT campaigns.number, more.ordinal, CONCAT('filler-', more.ordinal),"
                        + " campaigns.decided_at_micros FROM campaigns, "
                        + ordinals.formatted(from + 1, to)
                        + " WHERE campaigns.id = ?",
                campaignId);
        execute(
                connection,
                "UPDATE campaigns SET issued_count = " + to + " WHERE id = ?",
                campaignId);
        connection.commit();
    }

    private static void execute(Connection connection, String sql, String campaignId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, campaignId);
            statement.executeUpdate();
        }
    }
}
