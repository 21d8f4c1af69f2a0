package io.firstcome.client;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.rpc.Status;

import io.firstcome.client.Transport.HttpReply;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads an answer that is no success: Connect's error JSON, or whatever a proxy says instead; and
/// the last envelope of a stream, which has the same JSON in it when the call failed.
final class ErrorReply {
    private static final Gson GSON = new Gson();

    private ErrorReply() {}

    private record ConnectError(
            @Nullable String code, @Nullable String message, @Nullable List<Detail> details) {}

    private record EndOfStream(@Nullable ConnectError error) {}

    private record Detail(@Nullable String type, @Nullable String value) {}

    static Failure read(HttpReply reply) {
        try {
            ConnectError error = GSON.fromJson(reply.body().toStringUtf8(), ConnectError.class);
            return error == null || error.code() == null
                    ? ofHttp(reply.status())
                    : new Failure(status(error, error.code()));
        } catch (JsonParseException | IllegalArgumentException _) {
            return ofHttp(reply.status());
        }
    }

    /// How a stream ended; null when it ended well.
    static @Nullable Failure readEnd(ByteString data) {
        try {
            EndOfStream end = GSON.fromJson(data.toStringUtf8(), EndOfStream.class);
            if (end == null) {
                return unreadable(data);
            }
            ConnectError error = end.error();
            return error == null ? null : new Failure(status(error, orEmpty(error.code())));
        } catch (JsonParseException | IllegalArgumentException _) {
            return unreadable(data);
        }
    }

    /// An answer that is no message of the method's type.
    static Failure unreadable(ByteString answer) {
        return new Failure(
                Status.newBuilder()
                        .setCode(Code.INTERNAL.getNumber())
                        .setMessage(
                                "The answer of %d bytes is not what the method answers."
                                        .formatted(answer.size()))
                        .build());
    }

    private static Status status(ConnectError error, String code) {
        return Status.newBuilder()
                .setCode(code(code).getNumber())
                .setMessage(orEmpty(error.message()))
                .addAllDetails(details(error).map(ErrorReply::any).toList())
                .build();
    }

    private static Code code(String name) {
        return name.equals("canceled")
                ? Code.CANCELLED
                : Code.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Stream<Detail> details(ConnectError error) {
        return error.details() == null
                ? Stream.empty()
                : error.details().stream().filter(Objects::nonNull);
    }

    private static Any any(Detail detail) {
        byte[] value = Base64.getDecoder().decode(orEmpty(detail.value()));
        return Any.newBuilder()
                .setTypeUrl("type.googleapis.com/" + orEmpty(detail.type()))
                .setValue(ByteString.copyFrom(value))
                .build();
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /// As the Connect protocol says, section "HTTP to Error Code".
    private static Failure ofHttp(int httpStatus) {
        Code code =
                switch (httpStatus) {
                    case 400 -> Code.INTERNAL;
                    case 401 -> Code.UNAUTHENTICATED;
                    case 403 -> Code.PERMISSION_DENIED;
                    case 404 -> Code.UNIMPLEMENTED;
                    case 429, 502, 503, 504 -> Code.UNAVAILABLE;
                    default -> Code.UNKNOWN;
                };
        return new Failure(
                Status.newBuilder()
                        .setCode(code.getNumber())
                        .setMessage("HTTP status %d, not from Firstcome".formatted(httpStatus))
                        .build());
    }
}
