package io.firstcome.ledger.sql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;

/// Has acts done on a shared database, each in a transaction of its own.
///
/// What fails for a reason that may be gone at once, such as a deadlock, a lost connection or a
/// replica that took over, is attempted once more. So is an act of which the commit was not
/// answered: it waits until the locks of the first attempt are gone, and then finds what that left.
final class Attempts {
    private final Connections connections;

    Attempts(Connections connections) {
        this.connections = connections;
    }

    /// What is to be done. It commits what it changes; what is not committed when it returns is
    /// undone. It may be performed twice.
    @FunctionalInterface
    interface Act<T extends @Nullable Object> {
        T perform(Attempt attempt) throws SQLException;
    }

    <T extends @Nullable Object> T perform(Act<T> act) {
        try {
            return attempt(act);
        } catch (AttemptException first) {
            if (!first.isPassing()) {
                throw first.toLedgerException(first.isUnknown());
            }
            return again(act, first);
        }
    }

    private <T extends @Nullable Object> T again(Act<T> act, AttemptException first) {
        try {
            return attempt(act);
        } catch (AttemptException second) {
            second.addSuppressed(first);
            throw second.toLedgerException(first.isUnknown() || second.isUnknown());
        }
    }

    private <T extends @Nullable Object> T attempt(Act<T> act) throws AttemptException {
        Attempt attempt = connections.begin();
        try {
            return act.perform(attempt);
        } catch (SQLException e) {
            throw connections.failed(attempt, e);
        } finally {
            connections.end(attempt);
        }
    }
}
