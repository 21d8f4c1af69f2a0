package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.LedgerException;

import java.sql.SQLException;
import java.util.Set;

/// An act on a shared database failed. Of a lost connection, an interrupted server or a failure
/// without a name nobody knows whether a commit under way came to its end.
final class AttemptException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String CONNECTION = "08";
    private static final String ROLLED_BACK = "40";
    private static final String INTERVENTION = "57";
    private static final String TIMED_OUT = "57014";
    private static final Set<String> NOTHING_DONE = Set.of("22", "23", "25", "40", "42", "55");

    private final boolean isUnknown;
    private final boolean isPassing;

    /// @param isCommitting whether a commit was under way
    /// @param isReadOnly whether the database can not be written to any more
    AttemptException(SQLException cause, boolean isCommitting, boolean isReadOnly) {
        super(cause);
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        String kind = state.length() < 2 ? "" : state.substring(0, 2);
        this.isUnknown = isCommitting && !isReadOnly && !NOTHING_DONE.contains(kind);
        this.isPassing =
                isUnknown
                        || isReadOnly
                        || kind.equals(CONNECTION)
                        || kind.equals(ROLLED_BACK)
                        || (kind.equals(INTERVENTION) && !state.equals(TIMED_OUT));
    }

    /// Whether another attempt may succeed at once, and tells what became of this one.
    boolean isPassing() {
        return isPassing;
    }

    boolean isUnknown() {
        return isUnknown;
    }

    /// @param isUnknown whether this or an earlier attempt may have become durable
    LedgerException toLedgerException(boolean isUnknown) {
        return isUnknown
                ? LedgerException.unknown("ledger: a commit was not answered", this)
                : LedgerException.notAttempted("ledger: the database can not do it", this);
    }
}
