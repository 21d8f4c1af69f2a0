package io.firstcome.ledger.sql;

import io.firstcome.core.code.CodeKey;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.FaultyJdbc;
import io.firstcome.testkit.LedgerFixture;
import io.firstcome.testkit.TestClock;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// A ledger in a directory of its own, opened as often as a test wants.
///
/// @param usersInMemoryMax how many coupons the ledger may have the users of in memory
record SqliteFixture(Path directory, int usersInMemoryMax) implements LedgerFixture {
    /// How long the ledger waits for somebody else's writing.
    private static final int BUSY_MILLIS = 20;

    SqliteFixture(Path directory) {
        this(directory, LedgerOptions.DEFAULT_USERS_IN_MEMORY_MAX);
    }

    @Override
    public Ledger open(TestClock clock, FaultPlan faults) {
        return openWrapped(clock, connection -> FaultyJdbc.wrap(connection, faults));
    }

    SqlLedger open(TestClock clock) {
        return openWrapped(clock, UnaryOperator.identity());
    }

    SqlLedger openWrapped(TestClock clock, UnaryOperator<Connection> wrapping) {
        return open(options(clock, null), wrapping);
    }

    SqlLedger open(LedgerOptions options, UnaryOperator<Connection> wrapping) {
        Engine engine = SqliteEngine.open(directory, BUSY_MILLIS);
        return SqlLedger.open(new WrappedEngine(engine, wrapping), options);
    }

    LedgerOptions options(TestClock clock, @Nullable CodeKey codeKey) {
        return new LedgerOptions(clock, new SplittableRandom(2026), codeKey, usersInMemoryMax);
    }

    @Override
    public void destroy() {}

    /// Runs a statement behind the ledger's back.
    void tamper(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    /// A connection behind the ledger's back.
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve(SqliteEngine.FILE));
    }
}
