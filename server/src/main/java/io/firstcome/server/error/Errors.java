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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// Makes the errors the API answers: every one carries a `google.rpc.ErrorInfo` with its [Reason]
/// and a Korean `google.rpc.LocalizedMessage`.
public final class Errors {
    private static final String DOMAIN = "firstcome.io";

    /// Retry hints are spread over this many milliseconds, so that those who were turned away
    /// together do not come back together.
    private static final int JITTER_MILLIS = 200;

    private static final int HINTS = 16;

    /// Kept, so that their encoded form is kept too.
    private static final Map<Reason, RpcError> PLAIN = plain();

    private static final Map<String, String> NOT_ATTEMPTED = Map.of("notAttempted", "true");
    private static final RpcError EXPIRED = of(Reason.EXPIRED, NOT_ATTEMPTED);
    private static final RpcError[] OVERLOADED = spread(Reason.OVERLOADED);
    private static final RpcError[] UNAVAILABLE = spread(Reason.UNAVAILABLE);

    private Errors() {}

    private static Map<Reason, RpcError> plain() {
        Map<Reason, RpcError> errors = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            errors.put(reason, of(reason, Map.of()));
        }
        return errors;
    }

    private static RpcError[] spread(Reason reason) {
        RpcError[] errors = new RpcError[HINTS];
        for (int i = 0; i < HINTS; i++) {
            errors[i] = retryable(reason, NOT_ATTEMPTED, 50 + i * JITTER_MILLIS / HINTS);
        }
        return errors;
    }

    private static RpcError anyOf(RpcError[] errors) {
        return errors[ThreadLocalRandom.current().nextInt(errors.length)];
    }

    /// More milliseconds for a retry hint: others each time.
    public static int jitterMillis() {
        return ThreadLocalRandom.current().nextInt(JITTER_MILLIS);
    }

    /// An error that says just its reason.
    public static RpcError of(Reason reason) {
        return Objects.requireNonNull(PLAIN.get(reason));
    }

    /// A call was not attempted, because too many wait; with a hint when to try again.
    public static RpcError overloaded() {
        return anyOf(OVERLOADED);
    }

    /// A call was not attempted, because the server does not take any now; with a hint when to try
    /// again.
    public static RpcError unavailable() {
        return anyOf(UNAVAILABLE);
    }

    /// A call was not attempted, because its deadline passed before.
    public static RpcError expired() {
        return EXPIRED;
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
