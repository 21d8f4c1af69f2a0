package io.firstcome.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An error as the answer of a call. Immutable; its encoded form is made once and kept, so an error
/// that is answered often is best made once and kept too.
public final class RpcError {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
    private static final JsonFormat.Printer DEBUG =
            JsonFormat.printer().omittingInsignificantWhitespace();

    private final Code code;
    private final String message;
    private final List<Message> details;
    private final Map<String, String> headers;
    private volatile byte @Nullable [] json;

    public RpcError(Code code, String message) {
        this(code, message, List.of());
    }

    public RpcError(Code code, String message, List<? extends Message> details) {
        this(code, message, details, Map.of());
    }

    private RpcError(
            Code code,
            String message,
            List<? extends Message> details,
            Map<String, String> headers) {
        this.code = code;
        this.message = message;
        this.details = List.copyOf(details);
        this.headers = Map.copyOf(headers);
    }

    /// The same error, answered with one more HTTP header.
    ///
    /// @throws IllegalArgumentException when the name or the value is not visible ASCII
    public RpcError withHeader(String name, String value) {
        requireAscii("name", name, '!');
        requireAscii("value", value, ' ');
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new RpcError(code, message, details, more);
    }

    private static void requireAscii(String what, String text, char min) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= min && c <= '~')) {
            throw new IllegalArgumentException(
                    what + ": " + Shown.of(text) + " (expected: visible ASCII)");
        }
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

    public Map<String, String> headers() {
        return headers;
    }

    /// Connect's error JSON. The array is shared: not to be changed.
    byte[] json() {
        byte[] encoded = json;
        if (encoded == null) {
            encoded = encode().getBytes(UTF_8);
            json = encoded;
        }
        return encoded;
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
        writer.name("type").value(detail.getDescriptorForType().getFullName());
        writer.name("value").value(BASE64.encodeToString(detail.toByteArray()));
        String debug = debug(detail);
        if (debug != null) {
            writer.name("debug").jsonValue(debug);
        }
        writer.endObject();
    }

    /// The detail for people to read; null where JSON can not say it, as with an `Any` of unknown
    /// type.
    private static @Nullable String debug(Message detail) {
        try {
            return DEBUG.print(detail);
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return code.wireName() + ": " + message;
    }
}
