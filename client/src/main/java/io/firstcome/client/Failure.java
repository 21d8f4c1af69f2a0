package io.firstcome.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Why a call did not succeed.
///
/// @param status code, message and details as the server gave them, or as the client made them
///   where no server answered
public record Failure(Status status) {
    private static final String SERVER = "firstcome.io";
    static final String CLIENT = "client.firstcome.io";
    static final String UNREACHABLE = "UNREACHABLE";

    private static final Set<String> NOT_ATTEMPTED =
            Set.of("OVERLOADED", "UNAVAILABLE", "EXPIRED", "TOO_SLOW", UNREACHABLE);

    /// What a failure says about the call's effect.
    public enum Kind {
        /// The answer is no. Asking the same again does not help by itself.
        REFUSED,
        /// Nothing was done, and asking again may help.
        NOT_ATTEMPTED,
        /// It may have been done or not.
        UNKNOWN
    }

    public Kind kind() {
        if (isNotAttempted()) {
            return Kind.NOT_ATTEMPTED;
        }
        return switch (code()) {
            case UNAVAILABLE,
                    DEADLINE_EXCEEDED,
                    CANCELLED,
                    INTERNAL,
                    DATA_LOSS,
                    UNKNOWN,
                    OK,
                    UNRECOGNIZED ->
                    Kind.UNKNOWN;
            case INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    PERMISSION_DENIED,
                    UNAUTHENTICATED,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    ABORTED,
                    OUT_OF_RANGE,
                    UNIMPLEMENTED ->
                    Kind.REFUSED;
        };
    }

    /// Only what Firstcome says of itself is believed: a proxy may have passed the call on.
    private boolean isNotAttempted() {
        ErrorInfo info = info();
        return (info.getDomain().equals(SERVER) || info.getDomain().equals(CLIENT))
                && (NOT_ATTEMPTED.contains(info.getReason())
                        || "true".equals(info.getMetadataMap().get("notAttempted")));
    }

    public Code code() {
        Code code = Code.forNumber(status.getCode());
        return code == null ? Code.UNKNOWN : code;
    }

    /// The stable name of the reason, for example `ETAG_MISMATCH`; empty when whoever answered was
    /// not Firstcome. The client's own are `UNREACHABLE`, `REPLY_LOST`, `TIMED_OUT`, `INTERRUPTED`,
    /// `CLOSED`.
    public String reason() {
        return info().getReason();
    }

    /// In English.
    public String message() {
        return status.getMessage();
    }

    /// For people who read Korean; in English where there is no Korean.
    public String koreanMessage() {
        return detail(LocalizedMessage.class)
                .filter(localized -> localized.getLocale().startsWith("ko"))
                .map(LocalizedMessage::getMessage)
                .orElse(message());
    }

    /// Facts about the reason, for example `startsAt`.
    public Map<String, String> facts() {
        return info().getMetadataMap();
    }

    /// What is wrong with which field of the request.
    public List<FieldViolation> violations() {
        return detail(BadRequest.class).map(BadRequest::getFieldViolationsList).orElse(List.of());
    }

    /// How long the server asks to wait before asking again.
    public Optional<Duration> retryAfter() {
        return detail(RetryInfo.class)
                .map(RetryInfo::getRetryDelay)
                .map(delay -> Duration.ofSeconds(delay.getSeconds(), delay.getNanos()));
    }

    private ErrorInfo info() {
        return detail(ErrorInfo.class).orElse(ErrorInfo.getDefaultInstance());
    }

    private <M extends Message> Optional<M> detail(Class<M> type) {
        for (Any detail : status.getDetailsList()) {
            if (detail.is(type)) {
                try {
                    return Optional.of(detail.unpack(type));
                } catch (InvalidProtocolBufferException _) {
                    // The rest of the failure is still worth telling.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return (reason().isEmpty() ? code() : reason()) + ": " + message();
    }
}
