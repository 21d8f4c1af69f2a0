package io.firstcome.connect.protocol;

import io.firstcome.connect.Code;
import io.firstcome.connect.Fault;
import io.firstcome.connect.RpcError;

/// Ends a call with an error that its handler does not give.
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient RpcError error;

    FaultException(Fault fault, RpcError error) {
        super(error.message(), null, false, false);
        this.fault = fault;
        this.error = error;
    }

    private FaultException(Fault fault, String message) {
        this(fault, new RpcError(fault.code(), message));
    }

    static FaultException malformed(String message) {
        return new FaultException(Fault.MALFORMED, message);
    }

    static FaultException malformed(Code code, String message) {
        return new FaultException(Fault.MALFORMED, new RpcError(code, message));
    }

    static FaultException unsupported(String message) {
        return new FaultException(Fault.UNSUPPORTED, message);
    }

    static FaultException tooLarge(int maxBytes) {
        return new FaultException(
                Fault.TOO_LARGE, "body: too large (expected: at most " + maxBytes + " bytes)");
    }

    static FaultException tooSlow() {
        return new FaultException(Fault.TOO_SLOW, "body: not received in time");
    }

    static FaultException deadlinePassed() {
        return new FaultException(Fault.DEADLINE_PASSED, "the deadline has passed");
    }

    static FaultException failed() {
        return new FaultException(Fault.FAILED, "internal error");
    }

    Fault fault() {
        return fault;
    }

    RpcError error() {
        return error;
    }
}
