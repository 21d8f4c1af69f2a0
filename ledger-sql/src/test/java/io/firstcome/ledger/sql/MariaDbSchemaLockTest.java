package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;

class MariaDbSchemaLockTest {
    private final SharedFixture fixture = Servers.mariaDb("schema_lock");

    /// Longer than a statement may take otherwise.
    @Test
    void whoWaitsForTooLongIsToldWhatFor() throws SQLException {
        try (Connection other = fixture.connect();
                Session session = new Session(other)) {
            session.run("SELECT GET_LOCK('firstcome schema', 0)");
            assertThatThrownBy(() -> fixture.open(new TestClock(START)))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageStartingWith("ledger schema: another node makes the tables");
        }
        fixture.open(new TestClock(START)).close();
    }

    @Test
    void onlyWhoeverHasItIsPatient() throws SQLException {
        try (Connection connection = fixture.connect();
                Session session = new Session(connection)) {
            MariaDbSchemaLock lock = new MariaDbSchemaLock(true, "SET SESSION wait_timeout = 30");
            lock.lock(session);
            assertThat(waitTimeout(session)).isGreaterThan(600);
            lock.unlock(session);
            assertThat(waitTimeout(session)).isEqualTo(30);
        }
    }

    private static int waitTimeout(Session session) throws SQLException {
        Integer seconds = session.first("SELECT @@SESSION.wait_timeout", row -> row.getInt(1));
        return seconds == null ? 0 : seconds;
    }
}
