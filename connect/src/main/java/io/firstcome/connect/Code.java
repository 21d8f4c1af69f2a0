package io.firstcome.connect;

import java.util.Locale;

/// The codes an RPC can fail with, common to Connect and gRPC.
public enum Code {
    CANCELED(1, 499),
    UNKNOWN(2, 500),
    INVALID_ARGUMENT(3, 400),
    DEADLINE_EXCEEDED(4, 504),
    NOT_FOUND(5, 404),
    ALREADY_EXISTS(6, 409),
    PERMISSION_DENIED(7, 403),
    RESOURCE_EXHAUSTED(8, 429),
    FAILED_PRECONDITION(9, 400),
    ABORTED(10, 409),
    OUT_OF_RANGE(11, 400),
    UNIMPLEMENTED(12, 501),
    INTERNAL(13, 500),
    UNAVAILABLE(14, 503),
    DATA_LOSS(15, 500),
    UNAUTHENTICATED(16, 401);

    private final int number;
    private final int httpStatus;
    private final String wireName;

    Code(int number, int httpStatus) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.wireName = name().toLowerCase(Locale.ROOT);
    }

    /// The number in gRPC's `grpc-status`.
    public int number() {
        return number;
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
