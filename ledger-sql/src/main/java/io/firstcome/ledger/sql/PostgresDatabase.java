package io.firstcome.ledger.sql;

import com.zaxxer.hikari.HikariConfig;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.IssueBatch;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

/// PostgreSQL, 14 or later.
final class PostgresDatabase implements Database {
    private static final int VERSION_MIN = 14;

    /// READ COMMITTED, so that a statement sees what was committed before it began. Joins by
    /// nothing but nested loops over indexes, whatever the planner knows of the tables: a table
    /// that was empty when a plan was made may hold millions of rows when it is used.
    private static final String SETTINGS =
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED;"
                    + " SET statement_timeout = '5s'; SET lock_timeout = '3s';"
                    + " SET idle_in_transaction_session_timeout = '5s';"
                    + " SET enable_seqscan = off; SET enable_bitmapscan = off;"
                    + " SET enable_hashjoin = off; SET enable_mergejoin = off; SET jit = off;"
                    + " SELECT set_config('synchronous_commit', 'on', false)"
                    + " WHERE current_setting('synchronous_commit') = 'off'";

    /// Held while the tables are made, however long that takes.
    private static final List<String> LOCKING =
            List.of(
                    "SET LOCAL statement_timeout = 0",
                    "SET LOCAL lock_timeout = 0",
                    "SET LOCAL idle_in_transaction_session_timeout = 0",
                    "SELECT pg_advisory_xact_lock(hashtext('firstcome schema'))");

    private static final List<String> UNLOCKING = List.of("ROLLBACK");

    private static final String CLOCK =
            "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint,"
                    // Also where it is in recovery.
                    + " (current_setting('transaction_read_only') = 'on')::integer";

    /// Who holds a coupon is looked up by user and campaign as one row, whose order only the index
    /// of the users has. With two conditions the planner may take the index of the ordinals for as
    /// good, where a table has few rows and no statistics, and then read all of the campaign for
    /// each user for as long as the plan is kept.
    private static final String LOCK_AND_LOOK =
            CampaignTable.SELECT_LOCKING
                    + "WHERE number = ANY(?) ORDER BY number FOR UPDATE; "
                    + CLOCK
                    + LedgerState.AND_FLOOR
                    + "; "
                    + "SELECT held.campaign_number, held.ordinal, held.user_id,"
                    + " held.issued_at_micros"
                    + " FROM unnest(?, ?) AS asked (campaign_number, user_id)"
                    + " CROSS JOIN LATERAL (SELECT * FROM coupons coupon"
                    + " WHERE (coupon.user_id, coupon.campaign_number) BETWEEN"
                    + " (asked.user_id, asked.campaign_number)"
                    + " AND (asked.user_id, asked.campaign_number) LIMIT 1) AS held";

    private static final String RECORD_AND_COMMIT =
            "INSERT INTO coupons (campaign_number, ordinal, user_id, issued_at_micros)"
                    + " SELECT * FROM unnest(?, ?, ?, ?); "
                    + "UPDATE campaigns SET issued_count = granted.issued,"
                    + " decided_at_micros = granted.micros"
                    + " FROM unnest(?, ?, ?) AS granted (number, issued, micros)"
                    + " WHERE campaigns.number = granted.number; "
                    + "COMMIT";

    @Override
    public void configure(HikariConfig pool) {
        pool.setConnectionInitSql(SETTINGS);
        pool.addDataSourceProperty("ApplicationName", "firstcome");
        pool.addDataSourceProperty("targetServerType", "primary");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", "10");
    }

    @Override
    public String advice(String message) {
        return "";
    }

    @Override
    public boolean isReadOnly(SQLException failure) {
        return ReadOnlyException.STATE.equals(failure.getSQLState());
    }

    @Override
    public List<String> examine(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < VERSION_MIN) {
            throw new LedgerOpenException(
                    "PostgreSQL: %d (expected: %d or later)".formatted(version, VERSION_MIN));
        }
        Session session = new Session(connection);
        List<String> warnings = new ArrayList<>();
        if ("off".equals(setting(session, "fsync"))) {
            warnings.add(
                    "fsync is off: coupons are lost when the machine of the database loses power");
        }
        if (hasReplicasThatMayLag(session)) {
            warnings.add(
                    "replication is asynchronous (synchronous_standby_names is empty): a failover"
                            + " may lose coupons that were told as issued");
        }
        if (isAheadOfReplicas(session)) {
            warnings.add(
                    "synchronous_commit is local or remote_write: a failover may lose coupons that"
                            + " were told as issued");
        }
        return warnings;
    }

    /// A commit that does not wait until a replica has it on its disk.
    private static boolean isAheadOfReplicas(Session session) throws SQLException {
        return !"".equals(setting(session, "synchronous_standby_names"))
                && Set.of("local", "remote_write").contains(setting(session, "synchronous_commit"));
    }

    private static boolean hasReplicasThatMayLag(Session session) throws SQLException {
        Long replicas =
                session.first("SELECT count(*) FROM pg_stat_replication", row -> row.getLong(1));
        return replicas != null
                && replicas > 0
                && "".equals(setting(session, "synchronous_standby_names"));
    }

    private static String setting(Session session, String name) throws SQLException {
        String value = session.first("SELECT current_setting(?)", row -> row.getString(1), name);
        return value == null ? "" : value;
    }

    @Override
    public Schema.Migration migration(DataSource dataSource) {
        Map<String, String> words = Map.of("table", "", "clustered", "", "exact", "COLLATE \"C\"");
        return new Schema.Migration(
                dataSource, "shared", words, Schema.Lock.of(LOCKING, UNLOCKING));
    }

    @Override
    public String clock() {
        return CLOCK;
    }

    @Override
    public String lockAndLook(List<IssueBatch> batches) {
        return LOCK_AND_LOOK;
    }

    @Override
    public void bindLockAndLook(PreparedStatement statement, List<IssueBatch> batches)
            throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> campaigns = new ArrayList<>();
        List<String> users = new ArrayList<>();
        for (IssueBatch batch : batches) {
            Integer number = Math.toIntExact(batch.campaignNumber());
            numbers.add(number);
            for (UserId user : batch.users()) {
                campaigns.add(number);
                users.add(user.value());
            }
        }
        statement.setArray(1, integers(statement, numbers));
        statement.setArray(2, integers(statement, campaigns));
        statement.setArray(3, array(statement, "text", users));
    }

    @Override
    public String recordAndCommit(List<Grant> grants) {
        return RECORD_AND_COMMIT;
    }

    @Override
    public void bindRecordAndCommit(PreparedStatement statement, List<Grant> grants)
            throws SQLException {
        bindCoupons(statement, grants);
        List<Integer> numbers = new ArrayList<>();
        List<Integer> issued = new ArrayList<>();
        List<Long> decided = new ArrayList<>();
        for (Grant grant : grants) {
            numbers.add(Math.toIntExact(grant.campaignNumber()));
            issued.add(grant.issued());
            decided.add(grant.decidedAtMicros());
        }
        statement.setArray(5, integers(statement, numbers));
        statement.setArray(6, integers(statement, issued));
        statement.setArray(7, array(statement, "int8", decided));
    }

    private static void bindCoupons(PreparedStatement statement, List<Grant> grants)
            throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> ordinals = new ArrayList<>();
        List<String> users = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        for (Grant grant : grants) {
            for (Issuance issuance : grant.issuances()) {
                numbers.add(Math.toIntExact(grant.campaignNumber()));
                ordinals.add(issuance.ordinal());
                users.add(issuance.user().value());
                times.add(issuance.issuedAtMicros());
            }
        }
        statement.setArray(1, integers(statement, numbers));
        statement.setArray(2, integers(statement, ordinals));
        statement.setArray(3, array(statement, "text", users));
        statement.setArray(4, array(statement, "int8", times));
    }

    private static Array integers(PreparedStatement statement, List<Integer> values)
            throws SQLException {
        return array(statement, "int4", values);
    }

    private static Array array(PreparedStatement statement, String type, List<?> values)
            throws SQLException {
        return statement.getConnection().createArrayOf(type, values.toArray());
    }
}
