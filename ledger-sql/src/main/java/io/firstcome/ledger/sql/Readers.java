package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.LedgerException;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/// A few connections that read, beside the one that writes. Each read is short: long scans are made
/// of many, so that none keeps the engine from clearing up behind the writer.
final class Readers implements AutoCloseable {
    /// How many reads are done at the same time; others wait their turn.
    static final int CONNECTIONS_MAX = 4;

    private final Engine engine;
    private final Semaphore turns = new Semaphore(CONNECTIONS_MAX, true);
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean isClosed;

    Readers(Engine engine) {
        this.engine = engine;
    }

    /// What is to be read.
    @FunctionalInterface
    interface Read<T extends @Nullable Object> {
        T from(Session session) throws SQLException;
    }

    <T extends @Nullable Object> T read(Read<T> read) {
        turns.acquireUninterruptibly();
        try {
            return attempt(read);
        } catch (SQLException e) {
            throw LedgerException.notAttempted("ledger: failed to read", e);
        } finally {
            turns.release();
        }
    }

    private <T extends @Nullable Object> T attempt(Read<T> read) throws SQLException {
        if (isClosed) {
            throw new SQLException("closed");
        }
        Session session = idle.poll();
        if (session == null) {
            session = new Session(engine.connectForReading());
        }
        boolean isIntact = false;
        try {
            T found = read.from(session);
            isIntact = true;
            return found;
        } finally {
            putBack(session, isIntact);
        }
    }

    private void putBack(Session session, boolean isIntact) throws SQLException {
        if (isIntact) {
            idle.push(session);
        } else {
            session.close();
        }
    }

    /// Waits for the reads under way, and ends all reading.
    @Override
    public void close() throws SQLException {
        isClosed = true;
        turns.acquireUninterruptibly(CONNECTIONS_MAX);
        try {
            closeIdle();
        } finally {
            turns.release(CONNECTIONS_MAX);
        }
    }

    private void closeIdle() throws SQLException {
        Session session = idle.poll();
        if (session != null) {
            try (session) {
                closeIdle();
            }
        }
    }
}
