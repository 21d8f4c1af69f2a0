package io.firstcome.server.error;

import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;

import io.firstcome.connect.Code;
import io.firstcome.connect.RpcError;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the errors the API answers: every one carries a `google.rpc.ErrorInfo` with its [Reason]
/// and a Korean `google.rpc.LocalizedMessage`.
public final class Errors {
    private static final String DOMAIN = "firstcome.io";

    private Errors() {}

    /// An error that says just its reason.
    public static RpcError of(Reason reason) {
        return of(reason, Map.of());
    }

    /// An error with facts about it.
    public static RpcError of(Reason reason, Map<String, String> facts) {
        return new RpcError(
                reason.code(), reason.english(), List.of(info(reason, facts), korean(reason)));
    }

    /// An error with facts about it and a hint when to try again.
    public static RpcError retryable(Reason reason, Map<String, String> facts, long delayMillis) {
        RetryInfo retry =
                RetryInfo.newBuilder().setRetryDelay(Durations.fromMillis(delayMillis)).build();
        return new RpcError(
                reason.code(),
                reason.english(),
                List.of(info(reason, facts), korean(reason), retry));
    }

    /// A field that is not valid.
    ///
    /// @param problem what was wrong and what is expected
    public static RpcError invalid(String field, String problem) {
        BadRequest violations =
                BadRequest.newBuilder()
                        .addFieldViolations(
                                BadRequest.FieldViolation.newBuilder()
                                        .setField(field)
                                        .setDescription(problem))
                        .build();
        List<Message> details =
                List.of(info(Reason.INVALID, Map.of()), korean(Reason.INVALID), violations);
        return new RpcError(Reason.INVALID.code(), field + ": " + problem, details);
    }

    /// An error that `connect` found before a call came to its handler, or that a failing handler
    /// left it with, with what every error here carries.
    public static RpcError ownOfConnect(RpcError error) {
        Reason reason = reasonOf(error.code());
        List<Message> details = new ArrayList<>();
        details.add(info(reason, Map.of()));
        details.add(korean(reason));
        details.addAll(error.details());
        return new RpcError(error.code(), error.message(), details);
    }

    private static Reason reasonOf(Code code) {
        return switch (code) {
            case INVALID_ARGUMENT -> Reason.INVALID;
            case RESOURCE_EXHAUSTED -> Reason.TOO_LARGE;
            case DEADLINE_EXCEEDED -> Reason.TOO_SLOW;
            case UNIMPLEMENTED -> Reason.UNSUPPORTED;
            case UNAVAILABLE -> Reason.UNAVAILABLE;
            case CANCELED,
                    UNKNOWN,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    INTERNAL,
                    DATA_LOSS,
                    UNAUTHENTICATED ->
                    Reason.INTERNAL;
        };
    }

    private static ErrorInfo info(Reason reason, Map<String, String> facts) {
        return ErrorInfo.newBuilder()
                .setReason(reason.name())
                .setDomain(DOMAIN)
                .putAllMetadata(facts)
                .build();
    }

    private static LocalizedMessage korean(Reason reason) {
        return LocalizedMessage.newBuilder().setLocale("ko-KR").setMessage(reason.korean()).build();
    }
}
