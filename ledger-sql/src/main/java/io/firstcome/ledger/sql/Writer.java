package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.time.MonotonicClock;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/// The one connection that writes: acts use it one after the other, in the order they came.
///
/// The first fault ends all writing, because after it nobody knows what is on the disk. Opening the
/// ledger again finds out.
final class Writer implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Engine engine;
    private final Session session;
    private final MonotonicClock clock;
    private volatile long durableMicros;
    private volatile @Nullable Throwable fault;
    private volatile boolean isClosed;

    /// @param durableMicros the time behind which the clock of no later run will fall
    Writer(Engine engine, Session session, MonotonicClock clock, long durableMicros) {
        this.engine = engine;
        this.session = session;
        this.clock = clock;
        this.durableMicros = durableMicros;
    }

    /// What is to be done in one transaction.
    @FunctionalInterface
    interface Act<T> {
        T perform(Transaction transaction) throws SQLException;
    }

    boolean isHealthy() {
        return fault == null && !isClosed;
    }

    /// Performs `act`. What it changed is durable when this returns.
    <T> T write(Act<T> act) {
        lock.lock();
        try {
            requireHealthy();
            return attempt(act);
        } finally {
            lock.unlock();
        }
    }

    /// Makes durable that the clock has passed `micros`, unless it is already.
    void keepTime(long micros) {
        if (micros > durableMicros) {
            write(this::keepTime);
        }
    }

    private long keepTime(Transaction transaction) {
        transaction.keepTime();
        return transaction.nowMicros();
    }

    private void requireHealthy() {
        Throwable earlier = fault;
        if (earlier != null) {
            throw LedgerException.notAttempted(
                    "ledger: stopped by an earlier fault (expected: a restart)", earlier);
        }
        if (isClosed) {
            throw LedgerException.notAttempted(
                    "ledger: closed", new IllegalStateException("closed"));
        }
    }

    private <T> T attempt(Act<T> act) {
        begin();
        Transaction transaction = new Transaction(session, clock.nowMicros());
        boolean isCommitting = false;
        try {
            T result = act.perform(transaction);
            if (transaction.hasChanges()) {
                if (transaction.hasTimeToKeep()) {
                    LedgerState.keepTime(transaction);
                }
                isCommitting = true;
                engine.commit(session);
                durableMicros = transaction.nowMicros();
                transaction.committed();
            } else {
                engine.rollback(session);
            }
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            if (e instanceof IllegalArgumentException mistake && isUndone(transaction, mistake)) {
                throw mistake;
            }
            throw stop(e, isCommitting);
        }
    }

    /// Somebody else's writing is no fault: this act is not attempted, and the next may be.
    private void begin() {
        try {
            engine.begin(session);
        } catch (SQLException | RuntimeException | Error e) {
            throw e instanceof SQLException failure && engine.isBusy(failure)
                    ? LedgerException.notAttempted(
                            "ledger: somebody else writes to it (expected: this process alone)", e)
                    : stop(e, false);
        }
    }

    /// Whether nothing came of a caller's mistake.
    private boolean isUndone(Transaction transaction, IllegalArgumentException mistake) {
        return !transaction.hasChanges() && rollback(mistake);
    }

    private LedgerException stop(Throwable cause, boolean isCommitting) {
        fault = cause;
        rollback(cause);
        return isCommitting
                ? LedgerException.unknown("ledger: failed to commit", cause)
                : LedgerException.notAttempted("ledger: failed before the commit", cause);
    }

    /// Where it fails, what was not committed is gone with the connection at the latest.
    private boolean rollback(Throwable cause) {
        try {
            engine.rollback(session);
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    /// Waits for the act under way, makes the time durable, and ends all writing.
    @Override
    public void close() throws SQLException {
        lock.lock();
        try {
            if (isHealthy()) {
                attempt(this::keepTime);
            }
        } finally {
            isClosed = true;
            lock.unlock();
            session.close();
        }
    }
}
