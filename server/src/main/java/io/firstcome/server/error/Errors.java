package io.firstcome.server.error;

import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;

import io.firstcome.connect.Fault;
import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;

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

    /// An error that no handler gave, with what every error here carries.
    public static RpcError ofFault(Fault fault, RpcError error) {
        Reason reason =
                switch (fault) {
                    case MALFORMED -> Reason.INVALID;
                    case TOO_LARGE -> Reason.TOO_LARGE;
                    case TOO_SLOW -> Reason.TOO_SLOW;
                    case UNSUPPORTED -> Reason.UNSUPPORTED;
                    case DEADLINE_PASSED -> Reason.DEADLINE_PASSED;
                    case FAILED -> Reason.INTERNAL;
                };
        List<Message> details = new ArrayList<>();
        details.add(info(reason, Map.of()));
        details.add(korean(reason));
        details.addAll(error.details());
        return new RpcError(error.code(), error.message(), details);
    }

    /// The reason that an error of the API says; null for another's error.
    public static @Nullable Reason reasonOf(RpcError error) {
        for (Message detail : error.details()) {
            if (detail instanceof ErrorInfo info && info.getDomain().equals(DOMAIN)) {
                return Reason.valueOf(info.getReason());
            }
        }
        return null;
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
