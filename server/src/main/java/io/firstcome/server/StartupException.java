package io.firstcome.server;

import java.util.Objects;

/// The server can not start; the message is a sentence that says why, for the person who started
/// it.
public final class StartupException extends Exception {
    private static final long serialVersionUID = 1L;

    StartupException(Throwable cause) {
        super(Objects.requireNonNullElse(cause.getMessage(), cause.toString()), cause);
    }
}
