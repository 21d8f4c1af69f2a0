package io.firstcome.cli.move;

import org.jspecify.annotations.Nullable;

/// A ledger can not be moved as asked: the message says which file or which part of the ledger is
/// not as expected, to whoever moves it.
final class MoveException extends Exception {
    private static final long serialVersionUID = 1L;

    MoveException(String message) {
        this(message, null);
    }

    MoveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
