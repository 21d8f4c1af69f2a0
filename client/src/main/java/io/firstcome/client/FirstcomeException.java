package io.firstcome.client;

import org.jspecify.annotations.Nullable;

/// A call that did not succeed, with its [Failure].
public final class FirstcomeException extends RuntimeException {
    private final transient Failure failure;

    FirstcomeException(Failure failure, @Nullable Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /// The same with the stack of the caller, who waited on another thread.
    FirstcomeException thrownHere() {
        return new FirstcomeException(failure, this);
    }
}
