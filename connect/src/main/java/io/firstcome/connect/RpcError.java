package io.firstcome.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.Status;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/// An error as the answer of a call. Immutable; its encoded form is made once and kept, so an error
/// that is answered often is best made once and kept too.
public final class RpcError {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final JsonFormat.Printer DEBUG =
            JsonFormat.printer().omittingInsignificantWhitespace();

    private final Code code;
    private final String message;
    private final List<Message> details;
    private volatile byte @Nullable [] json;
    private volatile byte @Nullable [] status;
    private volatile byte @Nullable [] problem;

    public RpcError(Code code, String message) {
        this(code, message, List.of());
    }

    /// @param details messages that say more; an `Any` stands for what it carries
    public RpcError(Code code, String message, List<? extends Message> details) {
        this.code = code;
        this.message = message;
        this.details = List.copyOf(details);
    }

    public Code code() {
        return code;
    }

    public String message() {
        return message;
    }

    public List<Message> details() {
        return details;
    }

    /// Connect's error JSON. The array is shared: not to be changed.
    public byte[] json() {
        byte[] encoded = json;
        if (encoded == null) {
            encoded = encode().getBytes(UTF_8);
            json = encoded;
        }
        return encoded;
    }

    /// gRPC's `google.rpc.Status`. The array is shared: not to be changed.
    public byte[] status() {
        byte[] encoded = status;
        if (encoded == null) {
            Status.Builder builder = Status.newBuilder().setCode(code.number()).setMessage(message);
            details.forEach(detail -> builder.addDetails(asAny(detail)));
            encoded = builder.build().toByteArray();
            status = encoded;
        }
        return encoded;
    }

    /// The problem details of RFC 9457, for a response with the status of the code. The array is
    /// shared: not to be changed.
    public byte[] problem() {
        byte[] encoded = problem;
        if (encoded == null) {
            encoded = problem(code.httpStatus());
            problem = encoded;
        }
        return encoded;
    }

    /// The problem details of RFC 9457, for a response with another status.
    public byte[] problem(int httpStatus) {
        return Problem.json(this, httpStatus);
    }

    /// The first detail of a type; null when there is none.
    public <D extends Message> @Nullable D detail(Class<D> type) {
        for (Message detail : details) {
            if (type.isInstance(detail)) {
                return type.cast(detail);
            }
        }
        return null;
    }

    private String encode() {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.beginObject();
            writer.name("code").value(code.wireName());
            writer.name("message").value(message);
            if (!details.isEmpty()) {
                writer.name("details").beginArray();
                for (Message detail : details) {
                    encode(detail, writer);
                }
                writer.endArray();
            }
            writer.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void encode(Message detail, JsonWriter writer) throws IOException {
        writer.beginObject();
        Any any = asAny(detail);
        String url = any.getTypeUrl();
        writer.name("type").value(url.substring(url.lastIndexOf('/') + 1));
        writer.name("value").value(BASE64.encodeToString(any.getValue().toByteArray()));
        String debug = debug(detail);
        if (debug != null) {
            writer.name("debug").jsonValue(debug);
        }
        writer.endObject();
    }

    private static Any asAny(Message detail) {
        return detail instanceof Any any ? any : Any.pack(detail);
    }

    /// The detail for people to read; null where JSON can not say it, as with an `Any` of unknown
    /// type or an instant out of range.
    private static @Nullable String debug(Message detail) {
        if (detail instanceof Any) {
            return null;
        }
        try {
            return DEBUG.print(detail);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return code.wireName() + ": " + message;
    }
}
