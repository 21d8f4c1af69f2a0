package io.firstcome.verify.client;

import static java.util.Objects.requireNonNull;

/// A server refused a call or could not be reached.
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean transientFault;

    /// @param transientFault whether the same call may succeed later
    public ApiException(String message, boolean transientFault) {
        super(message);
        this.transientFault = transientFault;
    }

    /// Whether the same call may succeed later: the server is away, starting or overloaded.
    public boolean isTransient() {
        return transientFault;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
