package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.LedgerException;

import java.sql.SQLException;

/// A shared ledger is asked to decide, or who may get what, while an import into it is not
/// finished: coupons are missing.
final class ImportUnfinishedException extends SQLException {
    private static final long serialVersionUID = 1L;

    /// SQL's name for an object that is not in the state that it takes.
    private static final String NOT_IN_STATE = "55000";

    ImportUnfinishedException() {
        super("an import into the ledger is not finished", NOT_IN_STATE);
    }

    /// Whether this is why an act failed.
    static boolean isReasonFor(LedgerException failure) {
        return failure.getCause() instanceof AttemptException attempt
                && attempt.getCause() instanceof ImportUnfinishedException;
    }
}
