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
                    .singleElement()
                    .asString()
                    .startsWith("innodb_flush_log_at_trx_commit is not 1");
        } finally {
            fixture().tamper("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        }
    }
}
