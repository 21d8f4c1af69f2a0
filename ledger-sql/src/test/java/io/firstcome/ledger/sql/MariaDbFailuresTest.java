package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.util.Set;

/// Failures of MariaDB or MySQL.
final class MariaDbFailuresTest extends FailuresTest {
    MariaDbFailuresTest() {
        super(Servers.mariaDb("failures"));
    }

    @Override
    void setReadOnly(boolean isReadOnly) {
        fixture().tamper("SET GLOBAL read_only = " + (isReadOnly ? "ON" : "OFF"));
    }

    /// New ones to PostgreSQL are not made as long as that is read-only.
    @Test
    void connectionsToAReadOnlyDatabaseAreGivenUpNowAndThen() throws Exception {
        setReadOnly(true);
        try {
            for (int i = 0; i < 50; i++) {
                assertNothingIsIssued();
            }
            assertThat(used()).hasSize(100);
            assertThat(Set.copyOf(used())).as("connections").hasSizeBetween(2, 25);
            Connection last = used().getLast();
            Patience.await(
                    "given up",
                    () -> {
                        assertNothingIsIssued();
                        return last.isClosed();
                    });
        } finally {
            setReadOnly(false);
        }
    }

    /// It ends the one that has changed less.
    @Override
    String sparing() {
        return "INSERT INTO ledger_settings (name, value) VALUES"
                + " ('a', ''), ('b', ''), ('c', ''), ('d', ''), ('e', ''), ('f', ''), ('g', ''),"
                + " ('h', ''), ('i', ''), ('j', ''), ('k', ''), ('l', ''), ('m', ''), ('n', '')";
    }

    @Override
    String patience() {
        return "SET SESSION innodb_lock_wait_timeout = 8 /*M! , max_statement_time = 9 */";
    }

    /// Who asks again within 0.1 s is told the same again (`CACHE_MIN_IDLE_TIME_NS` of InnoDB's
    /// `trx0i_s.cc`), so this rests longer than that before.
    @Override
    long lockWaits() throws Exception {
        Thread.sleep(200);
        return fixture()
                .query(
                        "SELECT COUNT(*) FROM information_schema.innodb_trx"
                                + " WHERE trx_state = 'LOCK WAIT'");
    }
}
