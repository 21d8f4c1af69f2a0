package io.firstcome.verify.client;

import static java.util.Objects.requireNonNull;

import java.net.URI;

import javax.net.ssl.SSLHandshakeException;

/// A server refused a call or could not be reached.
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean transientFault;

    /// @param transientFault whether the same call may succeed later
    public ApiException(String message, boolean transientFault) {
        super(message);
        this.transientFault = transientFault;
    }

    /// Of a server that does not prove itself to whom calls it.
    public static ApiException untrusted(URI server, SSLHandshakeException cause) {
        return new ApiException(
                "%s: does not prove itself; %s (expected: a certificate that FIRSTCOME_CA vouches for)"
                        .formatted(server, cause.getMessage()),
                false);
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
