package io.firstcome.ledger.sql;

import com.zaxxer.hikari.HikariConfig;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.IssueBatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/// MariaDB, 10.11 or later, and MySQL, 8.0.17 or later.
final class MariaDbDatabase implements Database {
    /// `--read-only` and a read-only InnoDB.
    private static final Set<Integer> READ_ONLY_ERRORS = Set.of(1290, 1836);

    /// Also for users who may write nevertheless. A server says it by a number or by a word.
    static final String IS_READ_ONLY = "CONCAT(@@GLOBAL.read_only) NOT IN ('0', 'OFF')";

    /// READ COMMITTED, so that a statement sees what was committed before it began, and locks rows,
    /// not the gaps between them. In UTC no time comes twice.
    private static final String SETTINGS =
            "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;"
                    + " SET SESSION innodb_lock_wait_timeout = 3, time_zone = '+00:00',"
                    + " wait_timeout = 30";

    /// What only MariaDB knows.
    private static final String MARIADB_SETTINGS =
            "; SET SESSION max_statement_time = 5, idle_transaction_timeout = 5";

    /// What the driver says where passwords are checked as is MySQL's default.
    private static final String NO_KEY = "RSA public key";

    private static final String CLOCK =
            "SELECT CAST(UNIX_TIMESTAMP(SYSDATE(6)) * 1000000 AS SIGNED), " + IS_READ_ONLY;

    /// Of this collation texts are equal when all their characters are, spaces at the end too.
    private final String collation;

    private final boolean isMySql;
    private final String look;
    private final String insert;

    MariaDbDatabase(boolean isMySql) {
        this.isMySql = isMySql;
        this.collation = isMySql ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin";
        String text = "VARCHAR(128) CHARACTER SET utf8mb4 COLLATE " + collation;
        this.look =
                "SELECT STRAIGHT_JOIN held.campaign_number, held.ordinal, held.user_id,"
                        + " held.issued_at_micros FROM JSON_TABLE(?, '$[*]' COLUMNS ("
                        + "campaign_number INTEGER PATH '$[0]', user_id "
                        + text
                        + " PATH '$[1]')) AS asked"
                        + " JOIN coupons AS held FORCE INDEX (coupons_of_user)"
                        + " ON held.user_id = asked.user_id"
                        + " AND held.campaign_number = asked.campaign_number";
        this.insert =
                "INSERT INTO coupons (campaign_number, ordinal, user_id, issued_at_micros)"
                        + " SELECT campaign_number, ordinal, user_id, issued_at_micros"
                        + " FROM JSON_TABLE(?, '$[*]' COLUMNS (campaign_number INTEGER PATH '$[0]',"
                        + " ordinal INTEGER PATH '$[1]', user_id "
                        + text
                        + " PATH '$[2]', issued_at_micros BIGINT PATH '$[3]')) AS issued; ";
    }

    @Override
    public void configure(HikariConfig pool) {
        // The driver is MariaDB's, which speaks to both but knows only its own name.
        pool.setJdbcUrl(pool.getJdbcUrl().replaceFirst("^jdbc:mysql:", "jdbc:mariadb:"));
        pool.setConnectionInitSql(settings());
        pool.addDataSourceProperty("allowMultiQueries", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("connectTimeout", "2000");
        pool.addDataSourceProperty("socketTimeout", "10000");
    }

    private String settings() {
        return isMySql ? SETTINGS : SETTINGS + MARIADB_SETTINGS;
    }

    @Override
    public String advice(String message) {
        return message.contains(NO_KEY)
                ? " (expected: TLS, as by ?sslMode=verify-full in the address, or, on a network"
                        + " that is trusted, ?allowPublicKeyRetrieval=true)"
                : "";
    }

    @Override
    public boolean isReadOnly(SQLException failure) {
        return ReadOnlyException.STATE.equals(failure.getSQLState())
                || READ_ONLY_ERRORS.contains(failure.getErrorCode());
    }

    @Override
    public List<String> examine(Connection connection) throws SQLException {
        return MariaDbExamination.warnings(connection);
    }

    @Override
    public Schema.Migration migration(DataSource dataSource) {
        String table = "ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE " + collation;
        Map<String, String> words = Map.of("table", table, "clustered", table, "exact", "");
        return new Schema.Migration(
                dataSource, "shared", words, new MariaDbSchemaLock(isMySql, settings()));
    }

    @Override
    public String clock() {
        return CLOCK;
    }

    @Override
    public String lockAndLook(List<IssueBatch> batches) {
        String numbers =
                batches.stream()
                        .map(batch -> Long.toString(batch.campaignNumber()))
                        .collect(Collectors.joining(", "));
        return CampaignTable.SELECT_LOCKING
                + "FORCE INDEX (PRIMARY) WHERE number IN ("
                + numbers
                + ") ORDER BY number FOR UPDATE; "
                + CLOCK
                + LedgerState.AND_FLOOR
                + "; "
                + look;
    }

    @Override
    public void bindLockAndLook(PreparedStatement statement, List<IssueBatch> batches)
            throws SQLException {
        JsonRows rows = new JsonRows();
        for (IssueBatch batch : batches) {
            for (UserId user : batch.users()) {
                rows.begin().number(batch.campaignNumber()).text(user.value()).end();
            }
        }
        statement.setString(1, rows.toString());
    }

    @Override
    public String recordAndCommit(List<Grant> grants) {
        StringBuilder sql = new StringBuilder(insert);
        for (Grant grant : grants) {
            sql.append("UPDATE campaigns SET issued_count = ")
                    .append(grant.issued())
                    .append(", decided_at_micros = ")
                    .append(grant.decidedAtMicros())
                    .append(" WHERE number = ")
                    .append(grant.campaignNumber())
                    .append("; ");
        }
        return sql.append("COMMIT").toString();
    }

    @Override
    public void bindRecordAndCommit(PreparedStatement statement, List<Grant> grants)
            throws SQLException {
        JsonRows rows = new JsonRows();
        for (Grant grant : grants) {
            for (Issuance issuance : grant.issuances()) {
                rows.begin()
                        .number(grant.campaignNumber())
                        .number(issuance.ordinal())
                        .text(issuance.user().value())
                        .number(issuance.issuedAtMicros())
                        .end();
            }
        }
        statement.setString(1, rows.toString());
    }
}
