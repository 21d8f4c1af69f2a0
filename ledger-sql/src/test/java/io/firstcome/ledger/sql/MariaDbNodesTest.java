package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Several nodes on MariaDB or MySQL.
final class MariaDbNodesTest extends NodesTest {
    MariaDbNodesTest() {
        super(Servers.mariaDb("nodes"));
    }

    @Override
    long rowsRead() throws SQLException {
        try (Connection connection = fixture().connect();
                Statement statement = connection.createStatement();
                ResultSet counters =
                        statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler_read%'")) {
            long rows = 0;
            while (counters.next()) {
                rows += counters.getLong("Value");
            }
            return rows;
        }
    }

    @Override
    void forgetCoupons() {
        fixture().tamper("TRUNCATE TABLE coupons");
    }

    @Test
    void aReplicaIsRefused() {
        fixture().tamper("SET GLOBAL read_only = ON");
        try {
            assertThatThrownBy(this::node)
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageContaining("read_only is on (expected: the primary");
        } finally {
            fixture().tamper("SET GLOBAL read_only = OFF");
        }
    }

    @Test
    void whatIsNotPromisedIsSaid() {
        fixture().tamper("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
        try {
            assertThat(node().warnings())
                    .first()
                    .asString()
                    .startsWith("innodb_flush_log_at_trx_commit is not 1");
        } finally {
            fixture().tamper("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        }
    }

    @Test
    void whatABinaryLogDoesNotPromiseIsSaid() throws SQLException {
        long synced = fixture().query("SELECT @@GLOBAL.sync_binlog");
        try {
            fixture().tamper("SET GLOBAL sync_binlog = 0");
            assertThat(binaryLog()).isEqualTo(new BinaryLog(true, false, false));
            assertThat(node().warnings()).isEqualTo(binaryLog().warnings()).hasSize(2);
            fixture().tamper("SET GLOBAL sync_binlog = 1");
            assertThat(binaryLog()).isEqualTo(new BinaryLog(true, true, false));
            assertThat(node().warnings()).isEqualTo(binaryLog().warnings()).hasSize(1);
        } finally {
            fixture().tamper("SET GLOBAL sync_binlog = " + synced);
        }
    }

    /// Commits do not wait for replicas that there are not.
    @Test
    void semiSynchronousReplicationIsRecognized() throws SQLException {
        String variable = "rpl_semi_sync_master_";
        if (isMySql()) {
            variable = "rpl_semi_sync_source_";
            fixture().tamper("INSTALL PLUGIN rpl_semi_sync_source SONAME 'semisync_source.so'");
        }
        assertThat(binaryLog().isAwaited()).isFalse();
        fixture().tamper("SET GLOBAL " + variable + "timeout = 1");
        fixture().tamper("SET GLOBAL " + variable + "enabled = ON");
        try {
            assertThat(binaryLog().isAwaited()).isTrue();
        } finally {
            fixture().tamper("SET GLOBAL " + variable + "enabled = OFF");
        }
    }

    private BinaryLog binaryLog() throws SQLException {
        try (Connection connection = fixture().connect()) {
            return BinaryLog.of(new Session(connection));
        }
    }

    private boolean isMySql() {
        return fixture().server().url("nodes").startsWith("jdbc:mysql:");
    }

    /// The driver says only what it lacks.
    @Test
    void whatHelpsWhereAPasswordIsNotSentInTheClearIsSaid() {
        fixture().tamper("CREATE USER kim@'127.0.0.1' IDENTIFIED BY 'secret'");
        fixture().tamper("GRANT ALL ON nodes.* TO kim@'127.0.0.1'");
        try {
            if (isMySql()) {
                assertThatThrownBy(this::openAsKim)
                        .isInstanceOf(LedgerOpenException.class)
                        .hasMessageContaining("?allowPublicKeyRetrieval=true");
            } else {
                openAsKim().close();
            }
        } finally {
            fixture().tamper("DROP USER kim@'127.0.0.1'");
        }
    }

    private SharedLedger openAsKim() {
        SharedLedgerOptions options = fixture().options();
        return SharedLedger.open(
                new SharedLedgerOptions(
                        options.url(),
                        "kim",
                        "secret",
                        options.connectionsMax(),
                        options.boardAgeMax(),
                        options.random(),
                        null));
    }
}
