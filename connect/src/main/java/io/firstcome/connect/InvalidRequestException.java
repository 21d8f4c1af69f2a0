package io.firstcome.connect;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;

import java.util.List;
import java.util.stream.Collectors;

/// Says that the bytes of a request are no message of the method's type, and how to answer that.
public final class InvalidRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    /// @param problem what is wrong and what is expected
    public InvalidRequestException(String problem) {
        this(new RpcError(Code.INVALID_ARGUMENT, problem));
    }

    /// @param violations of at least one field; they become the message and a
    ///   `google.rpc.BadRequest`
    public InvalidRequestException(List<FieldViolation> violations) {
        this(
                new RpcError(
                        Code.INVALID_ARGUMENT,
                        violations.stream()
                                .map(v -> v.getField() + ": " + v.getDescription())
                                .collect(Collectors.joining("; ")),
                        List.of(
                                BadRequest.newBuilder()
                                        .addAllFieldViolations(violations)
                                        .build())));
    }

    private InvalidRequestException(RpcError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    public RpcError error() {
        return error;
    }
}
