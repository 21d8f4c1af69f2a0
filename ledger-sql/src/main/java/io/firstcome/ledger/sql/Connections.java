package io.firstcome.ledger.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/// The connections of this node to a shared database: few, and used again.
final class Connections implements AutoCloseable {
    /// How long an act waits for a connection.
    private static final long WAIT_MILLIS = 2_000;

    /// How long connections are kept at least though they lead to a database that is read-only: a
    /// node asks it again and again, and is not to connect as often.
    private static final long KEPT_NANOS = 2_000_000_000;

    private final Database database;
    private final HikariDataSource pool;
    private final SharedClock clock;
    private final UnaryOperator<Connection> wrapping;
    private final AtomicLong keptUntilNanos = new AtomicLong(System.nanoTime());

    /// @param wrapping what each connection is wrapped in
    Connections(
            Database database,
            SharedLedgerOptions options,
            SharedClock clock,
            UnaryOperator<Connection> wrapping) {
        this.database = database;
        this.clock = clock;
        this.wrapping = wrapping;
        this.pool = connect(database, options);
    }

    private static HikariDataSource connect(Database database, SharedLedgerOptions options) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(options.url());
        config.setUsername(options.user());
        config.setPassword(options.password());
        config.setAutoCommit(false);
        // Else what sets a session up is part of its first transaction, and undone with it.
        config.setIsolateInternalQueries(true);
        config.setMaximumPoolSize(options.connectionsMax());
        config.setConnectionTimeout(WAIT_MILLIS);
        database.configure(config);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            String message = String.valueOf(e.getMessage());
            throw new LedgerOpenException(
                    "ledger: can not be reached: " + message + database.advice(message), e);
        }
    }

    /// Makes what every use of the ledger needs: tables of this program's version.
    ///
    /// @return what is not promised on this database
    List<String> prepare(ImportMarker.Rule rule) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            List<String> found = database.examine(connection);
            Session session = new Session(connection);
            Schema.ensure(database.migration(pool), session);
            rule.apply(session);
            return found;
        }
    }

    Attempt begin() throws AttemptException {
        try {
            return new Attempt(wrapping.apply(pool.getConnection()), clock);
        } catch (SQLException e) {
            throw new AttemptException(e, false, false);
        }
    }

    AttemptException failed(Attempt attempt, SQLException failure) {
        boolean isReadOnly = database.isReadOnly(failure);
        if (isReadOnly) {
            giveAllUp();
        }
        return new AttemptException(failure, attempt.isCommitting(), isReadOnly);
    }

    /// What was the primary may be back under another address.
    private void giveAllUp() {
        long nowNanos = System.nanoTime();
        long untilNanos = keptUntilNanos.get();
        if (nowNanos - untilNanos >= 0
                && keptUntilNanos.compareAndSet(untilNanos, nowNanos + KEPT_NANOS)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /// Undoes what is not committed, and gives the connection back.
    void end(Attempt attempt) {
        try {
            attempt.connection().close();
        } catch (SQLException e) {
            // What was committed is durable, and the pool does not use a broken connection again.
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
