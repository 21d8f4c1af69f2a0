package io.firstcome.ledger.sql;

import org.jspecify.annotations.Nullable;

/// A ledger can not be opened. The message says why, and what to do, to whoever starts the server.
public sealed class LedgerOpenException extends RuntimeException permits LedgerInUseException {
    private static final long serialVersionUID = 1L;

    LedgerOpenException(String message) {
        this(message, null);
    }

    LedgerOpenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// What the database says is the reason.
    static LedgerOpenException of(Exception cause) {
        return new LedgerOpenException("ledger: can not be opened: " + cause.getMessage(), cause);
    }
}
