package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

/// Several nodes on MariaDB.
final class MariaDbNodesTest extends NodesTest {
    MariaDbNodesTest() {
        super(Servers.mariaDb("nodes"));
    }

    @Override
    long rowsRead() throws SQLException {
        return fixture()
                .query(
                        "SELECT CAST(SUM(variable_value) AS INTEGER)"
                                + " FROM information_schema.global_status"
                                + " WHERE variable_name LIKE 'HANDLER_READ%'");
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
