package io.firstcome.connect;

import java.util.Locale;

/// The codes an RPC can fail with, common to Connect and gRPC.
public enum Code {
    CANCELED(499),
    UNKNOWN(500),
    INVALID_ARGUMENT(400),
    DEADLINE_EXCEEDED(504),
    NOT_FOUND(404),
    ALREADY_EXISTS(409),
    PERMISSION_DENIED(403),
    RESOURCE_EXHAUSTED(429),
    FAILED_PRECONDITION(400),
    ABORTED(409),
    OUT_OF_RANGE(400),
    UNIMPLEMENTED(501),
    INTERNAL(500),
    UNAVAILABLE(503),
    DATA_LOSS(500),
    UNAUTHENTICATED(401);

    private final int httpStatus;
    private final String wireName;

    Code(int httpStatus) {
        this.httpStatus = httpStatus;
        this.wireName = name().toLowerCase(Locale.ROOT);
    }

    /// The status of the HTTP response that carries an error of this code.
    public int httpStatus() {
        return httpStatus;
    }

    /// The name in Connect's error JSON, for example `not_found`.
    public String wireName() {
        return wireName;
    }
}
