package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

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
