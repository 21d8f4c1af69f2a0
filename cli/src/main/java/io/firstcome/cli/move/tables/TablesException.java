package io.firstcome.cli.move.tables;

import org.jspecify.annotations.Nullable;

/// Tables can not become a ledger: the message says which rows of which table are not as expected,
/// to whoever has these tables.
public final class TablesException extends Exception {
    private static final long serialVersionUID = 1L;

    TablesException(String message) {
        this(message, null);
    }

    TablesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
