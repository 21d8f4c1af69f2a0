package io.firstcome.cli;

import org.jspecify.annotations.Nullable;

/// A command could not do what it was asked to. The message says why in one sentence, for the
/// person at the terminal; details may follow it on lines of their own.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        this(message, null);
    }

    public CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
