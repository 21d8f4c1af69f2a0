package io.firstcome.connect;

import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// The Connect protocol's rules for unary calls.
final class ConnectUnary {
    private static final byte[] EMPTY = {};
    private static final Map<String, String> ALLOWED_METHOD = Map.of("allow", "POST");
    private static final Map<String, String> ACCEPTED_TYPES =
            Map.of(
                    "accept-post",
                    Encoding.PROTO.contentType() + ", " + Encoding.JSON.contentType());
    private static final int TIMEOUT_DIGITS_MAX = 10;

    private final int maxBodyBytes;
    private final LongSupplier nanoTime;
    private final UnaryOperator<RpcError> ownErrors;

    ConnectUnary(int maxBodyBytes, LongSupplier nanoTime, UnaryOperator<RpcError> ownErrors) {
        this.maxBodyBytes = maxBodyBytes;
        this.nanoTime = nanoTime;
        this.ownErrors = ownErrors;
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }

    /// Answers with an error that no handler gave.
    void refuse(Exchange exchange, RpcError error) {
        fail(exchange, ownErrors.apply(error));
    }

    /// Answers with an error, in JSON whatever the encoding of the request.
    static void fail(Exchange exchange, RpcError error) {
        exchange.respond(
                error.code().httpStatus(),
                Encoding.JSON.contentType(),
                error.headers(),
                error.json());
    }

    <Q extends Message, S extends Message> void serve(UnaryMethod<Q, S> method, Exchange exchange) {
        if (!exchange.method().equals("POST")) {
            exchange.respond(405, null, ALLOWED_METHOD, EMPTY);
            return;
        }
        Encoding encoding = Encoding.of(exchange.header("content-type"));
        if (encoding == null) {
            exchange.respond(415, null, ACCEPTED_TYPES, EMPTY);
            return;
        }
        String timeout = exchange.header("connect-timeout-ms");
        RpcError refusal = refusal(exchange, timeout);
        if (refusal != null) {
            refuse(exchange, refusal);
            return;
        }
        UnaryCall<Q, S> call = new UnaryCall<>(this, method, encoding, exchange);
        if (timeout != null) {
            long timeoutNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(timeout));
            call.expireAt(nanoTime.getAsLong() + timeoutNanos);
        }
        exchange.readBody(maxBodyBytes, call);
    }

    private static @Nullable RpcError refusal(Exchange exchange, @Nullable String timeout) {
        String version = exchange.header("connect-protocol-version");
        if (version != null && !version.equals("1")) {
            return invalidHeader("connect-protocol-version", version, "1");
        }
        String compression = exchange.header("content-encoding");
        if (compression != null && !isIdentity(compression)) {
            return new RpcError(
                    Code.UNIMPLEMENTED,
                    "content-encoding: " + Shown.of(compression) + " (expected: identity)");
        }
        if (timeout != null && !isTimeout(timeout)) {
            return invalidHeader("connect-timeout-ms", timeout, "milliseconds in 1 to 10 digits");
        }
        return null;
    }

    private static boolean isIdentity(String compression) {
        return compression.isEmpty() || compression.equalsIgnoreCase("identity");
    }

    private static boolean isTimeout(String text) {
        return !text.isEmpty()
                && text.length() <= TIMEOUT_DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static RpcError invalidHeader(String name, String value, String expected) {
        return new RpcError(
                Code.INVALID_ARGUMENT,
                name + ": " + Shown.of(value) + " (expected: " + expected + ")");
    }
}
