package io.firstcome.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An error as problem details (RFC 9457): its message is the detail, and the standard details of
/// `google.rpc` are members of their own.
final class Problem {
    private Problem() {}

    /// @param status of the HTTP response
    static byte[] json(RpcError error, int status) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            writeKind(json, error, error.detail(ErrorInfo.class));
            json.name("status").value(status);
            json.name("detail").value(error.message());
            json.name("code").value(error.code().wireName());
            writeDetails(json, error);
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void writeKind(JsonWriter json, RpcError error, @Nullable ErrorInfo info)
            throws IOException {
        if (info == null) {
            json.name("title").value(title(error.code().name()));
        } else {
            json.name("type").value("tag:" + info.getDomain() + ",2026:" + info.getReason());
            json.name("title").value(title(info.getReason()));
            json.name("reason").value(info.getReason());
        }
    }

    private static String title(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void writeDetails(JsonWriter json, RpcError error) throws IOException {
        ErrorInfo info = error.detail(ErrorInfo.class);
        if (info != null && info.getMetadataCount() > 0) {
            writeMap(json.name("metadata"), info.getMetadataMap());
        }
        LocalizedMessage localized = error.detail(LocalizedMessage.class);
        if (localized != null) {
            writeMap(json.name("messages"), Map.of(localized.getLocale(), localized.getMessage()));
        }
        RetryInfo retry = error.detail(RetryInfo.class);
        if (retry != null && Durations.isValid(retry.getRetryDelay())) {
            json.name("retryDelay").value(Durations.toString(retry.getRetryDelay()));
        }
        BadRequest request = error.detail(BadRequest.class);
        if (request != null) {
            writeViolations(json, request.getFieldViolationsList());
        }
    }

    private static void writeMap(JsonWriter json, Map<String, String> map) throws IOException {
        json.beginObject();
        for (Map.Entry<String, String> entry : map.entrySet()) {
            json.name(entry.getKey()).value(entry.getValue());
        }
        json.endObject();
    }

    private static void writeViolations(JsonWriter json, List<BadRequest.FieldViolation> violations)
            throws IOException {
        json.name("violations").beginArray();
        for (BadRequest.FieldViolation violation : violations) {
            json.beginObject();
            json.name("field").value(violation.getField());
            json.name("description").value(violation.getDescription());
            json.endObject();
        }
        json.endArray();
    }
}
