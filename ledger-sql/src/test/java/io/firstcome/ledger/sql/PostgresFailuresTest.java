package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;

/// Failures of PostgreSQL.
final class PostgresFailuresTest extends FailuresTest {
    PostgresFailuresTest() {
        super(Servers.postgres("failures"));
    }

    /// New transactions of all sessions become it, as on a server that was made a replica.
    @Override
    void setReadOnly(boolean isReadOnly) throws Exception {
        new PostgresSetting(fixture(), "default_transaction_read_only")
                .set(isReadOnly ? "on" : "off");
    }

    @Test
    void aNodeWhoseDatabaseIsAwayIsNotCurrentUntilItIsBack() throws Exception {
        ledger().follow(new Nobody());
        assertThat(ledger().isFollowed()).isTrue();
        fixture().server().kill();
        try {
            Patience.await("not followed", () -> !ledger().isFollowed());
        } finally {
            fixture().server().restart();
        }
        Patience.await("followed", ledger()::isFollowed);
    }

    /// It ends the one that asks itself first whether there is a deadlock.
    @Override
    String sparing() {
        return "SET LOCAL deadlock_timeout = '20s'";
    }

    @Override
    String patience() {
        return "SET lock_timeout = '8s'; SET statement_timeout = '9s'";
    }

    @Override
    long lockWaits() throws SQLException {
        return fixture()
                .query(
                        "SELECT COUNT(*) FROM pg_stat_activity"
                                + " WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database()");
    }
}
