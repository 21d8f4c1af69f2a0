package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postgresql.PGProperty;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Several nodes on PostgreSQL.
final class PostgresNodesTest extends NodesTest {
    PostgresNodesTest() {
        super(Servers.postgres("nodes"));
    }

    @Override
    long rowsRead() throws SQLException {
        return fixture()
                .query(
                        "SELECT COALESCE(SUM(seq_tup_read + COALESCE(idx_tup_fetch, 0)), 0)"
                                + " FROM pg_stat_user_tables");
    }

    @Override
    void forgetCoupons() {
        fixture().tamper("ALTER TABLE coupons SET (autovacuum_enabled = off)");
        fixture().tamper("TRUNCATE TABLE coupons");
        fixture().tamper("DELETE FROM pg_statistic WHERE starelid = 'coupons'::regclass");
    }

    @Test
    void aReplicaIsRefused() {
        node();
        fixture().tamper("ALTER DATABASE nodes SET default_transaction_read_only = on");
        try {
            assertThatThrownBy(this::node)
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageContaining("targetServerType: primary");
        } finally {
            fixture()
                    .tamper(
                            "BEGIN READ WRITE; ALTER DATABASE nodes RESET"
                                    + " default_transaction_read_only; COMMIT");
        }
    }

    @Test
    void whatIsNotPromisedIsSaid() throws SQLException {
        long fsync =
                fixture()
                        .query(
                                "SELECT COUNT(*) FROM pg_settings WHERE name = 'fsync'"
                                        + " AND setting = 'off'");
        assertThat(node().warnings())
                .filteredOn(warning -> warning.startsWith("fsync is off"))
                .hasSize((int) fsync);
    }

    @Test
    void thatReplicasMayLagIsSaid() throws SQLException {
        Properties replicating = new Properties();
        PGProperty.USER.set(replicating, fixture().server().user());
        PGProperty.PASSWORD.set(replicating, fixture().server().password());
        PGProperty.REPLICATION.set(replicating, "database");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(replicating, "14");
        PGProperty.PREFER_QUERY_MODE.set(replicating, "simple");
        String asynchronous = "replication is asynchronous";
        assertThat(node().warnings()).noneMatch(it -> it.startsWith(asynchronous));
        try (Connection _ =
                DriverManager.getConnection(fixture().server().url("nodes"), replicating)) {
            assertThat(node().warnings()).anyMatch(it -> it.startsWith(asynchronous));
        }
    }

    @Test
    void thatCommitsDoNotWaitForReplicasIsSaid() throws Exception {
        PostgresSetting replicas = new PostgresSetting(fixture(), "synchronous_standby_names");
        fixture().tamper("ALTER DATABASE nodes SET synchronous_commit = local");
        replicas.set("nobody");
        try {
            assertThat(node().warnings())
                    .anyMatch(it -> it.startsWith("synchronous_commit is local or remote_write"));
        } finally {
            replicas.set("");
            fixture().tamper("ALTER DATABASE nodes RESET synchronous_commit");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToBe() {
        SharedLedgerOptions options = fixture().options();
        assertThatThrownBy(() ->
                        SharedLedger.open(optionsOf(options, "jdbc:postgresql://127.0.0.1:1/x")))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("can not be reached");
        assertThatThrownBy(() -> SharedLedger.open(optionsOf(options, "jdbc:oracle:x")))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("jdbc:oracle:x (expected: an address that begins with");
    }

    private static SharedLedgerOptions optionsOf(SharedLedgerOptions options, String url) {
        return new SharedLedgerOptions(
                url,
                options.user(),
                options.password(),
                options.connectionsMax(),
                options.boardAgeMax(),
                options.random(),
                null);
    }
}
