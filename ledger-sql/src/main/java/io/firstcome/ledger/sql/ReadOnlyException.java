package io.firstcome.ledger.sql;

import java.sql.SQLException;

/// The database answers, but can not be written to any more, so what it knows may be old, too: it
/// is a replica, or was made one.
final class ReadOnlyException extends SQLException {
    /// What databases say themselves of a statement that writes.
    static final String STATE = "25006";

    private static final long serialVersionUID = 1L;

    ReadOnlyException() {
        super("the database is read-only (expected: the primary, which can be written to)", STATE);
    }
}
