package io.firstcome.server.error;

import io.firstcome.connect.RpcError;

/// Ends a blocking call with an error as its answer.
public final class RpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    public RpcException(RpcError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /// An answer that says just its reason.
    public RpcException(Reason reason) {
        this(Errors.of(reason));
    }

    public RpcError error() {
        return error;
    }
}
