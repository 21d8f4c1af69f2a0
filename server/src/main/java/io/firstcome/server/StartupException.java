package io.firstcome.server;

/// The server can not start; the message is a sentence that says why, for the person who started it.
public final class StartupException extends Exception {
    private static final long serialVersionUID = 1L;

    public StartupException(String message, Throwable cause) {
        super(message, cause);
    }
}
