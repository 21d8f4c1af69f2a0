package io.firstcome.ledger.sql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The act under way on the writing connection. One that changes nothing costs no sync.
final class Transaction {
    private final Session session;
    private long nowMicros;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean hasChanges;
    private boolean isTimeKept;

    /// @param nowMicros the ledger's time
    Transaction(Session session, long nowMicros) {
        this.session = session;
        this.nowMicros = nowMicros;
    }

    /// For reading.
    Session session() {
        return session;
    }

    /// The ledger's time of this act.
    long nowMicros() {
        return nowMicros;
    }

    /// Moves the time of this act.
    void moveTo(long micros) {
        nowMicros = micros;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        hasChanges = true;
        return session.update(sql, values);
    }

    /// Updates exactly `rows` rows; any other number means that the ledger is not what it was left
    /// as.
    void updateExactly(int rows, String sql, @Nullable Object... values) throws SQLException {
        int updated = update(sql, values);
        if (updated != rows) {
            throw new IllegalStateException(
                    "rows changed: %d (expected: %d) by %s".formatted(updated, rows, sql));
        }
    }

    /// Makes the time of this act durable, even when nothing else is: the clock never falls behind
    /// it again.
    void keepTime() {
        hasChanges = true;
    }

    /// Tells that this act writes a coupon with its time, so that it need not be kept once more.
    void timeIsKept() {
        isTimeKept = true;
    }

    /// Whether its time is still to be kept.
    boolean hasTimeToKeep() {
        return !isTimeKept;
    }

    boolean hasChanges() {
        return hasChanges;
    }

    /// Has `action` done when this act is durable, before any other act.
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
