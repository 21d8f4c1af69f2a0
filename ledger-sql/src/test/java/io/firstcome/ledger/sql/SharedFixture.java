package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.FaultyJdbc;
import io.firstcome.testkit.LedgerFixture;
import io.firstcome.testkit.TestClock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// A ledger in a database, opened as often as a test wants, by the clock of the test.
record SharedFixture(DatabaseServer server, String name) implements LedgerFixture {
    private static final List<String> EMPTYING =
            List.of(
                    "DELETE FROM coupons",
                    "DELETE FROM campaigns",
                    "DELETE FROM api_keys",
                    "DELETE FROM ledger_settings WHERE name = 'import'",
                    "UPDATE ledger_state SET clock_floor_micros = 0, campaigns_created = 0");

    /// The database as one whose clock a test sets.
    private record TestTime(TestClock clock, AtomicLong toldMicros) implements SharedTime {
        @Override
        public Instant instant() {
            toldMicros.accumulateAndGet(clock.nowMicros(), Math::max);
            return clock.instant();
        }

        @Override
        public long surelyMicros(long atNanos) {
            return toldMicros.get();
        }

        @Override
        public long heard(long databaseMicros, long askedNanos) {
            return clock.nowMicros();
        }

        @Override
        public long doubtMicros() {
            return 0;
        }
    }

    @Override
    public Ledger open(TestClock clock, FaultPlan faults) {
        return openWrapped(clock, connection -> FaultyJdbc.wrap(connection, faults));
    }

    SharedLedger open(TestClock clock) {
        return openWrapped(clock, UnaryOperator.identity());
    }

    SharedLedger openWrapped(TestClock clock, UnaryOperator<Connection> wrapping) {
        return openWrapped(clock, wrapping, Duration.ZERO);
    }

    /// @param boardAgeMax more than nothing for a ledger that is to be current at times
    SharedLedger openWrapped(
            TestClock clock, UnaryOperator<Connection> wrapping, Duration boardAgeMax) {
        return SharedLedger.open(
                options(boardAgeMax), new TestTime(clock, new AtomicLong()), wrapping);
    }

    SharedLedgerOptions options() {
        return options(Duration.ZERO);
    }

    private SharedLedgerOptions options(Duration boardAgeMax) {
        return new SharedLedgerOptions(
                server.url(name),
                server.user(),
                server.password(),
                SharedLedgerOptions.CONNECTIONS_MIN,
                boardAgeMax,
                new SplittableRandom(2026),
                null);
    }

    @Override
    public void destroy() {
        EMPTYING.forEach(this::tamper);
    }

    /// Runs a statement behind the ledger's back.
    void tamper(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// A connection behind the ledger's back.
    Connection connect() throws SQLException {
        return server.connect(name);
    }
}
