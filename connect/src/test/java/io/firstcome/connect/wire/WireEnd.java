package io.firstcome.connect.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Status;

import io.firstcome.connect.Code;
import io.vertx.core.MultiMap;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How a call ended, as its client sees it.
///
/// @param code `ok`, or as Connect names it
/// @param trailers what the server says at the end, but for the status
record WireEnd(String code, String message, List<Any> details, MultiMap trailers) {
    /// From the JSON in the last envelope of a Connect stream.
    static WireEnd ofConnect(byte[] json) {
        JsonObject end = JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
        MultiMap trailers = MultiMap.caseInsensitiveMultiMap();
        JsonObject metadata = end.getAsJsonObject("metadata");
        if (metadata != null) {
            metadata.entrySet().forEach(entry -> addAll(trailers, entry));
        }
        JsonObject error = end.getAsJsonObject("error");
        if (error == null) {
            return new WireEnd("ok", "", List.of(), trailers);
        }
        List<Any> details = new ArrayList<>();
        if (error.has("details")) {
            error.getAsJsonArray("details").forEach(detail -> details.add(any(detail)));
        }
        return new WireEnd(
                error.get("code").getAsString(),
                error.get("message").getAsString(),
                details,
                trailers);
    }

    private static void addAll(MultiMap trailers, Map.Entry<String, JsonElement> entry) {
        for (JsonElement value : entry.getValue().getAsJsonArray()) {
            trailers.add(entry.getKey(), value.getAsString());
        }
    }

    private static Any any(JsonElement detail) {
        JsonObject object = detail.getAsJsonObject();
        byte[] value = Base64.getDecoder().decode(object.get("value").getAsString());
        return Any.newBuilder()
                .setTypeUrl("type.googleapis.com/" + object.get("type").getAsString())
                .setValue(ByteString.copyFrom(value))
                .build();
    }

    /// From the names and values in the last envelope of a gRPC-Web call.
    static WireEnd ofWeb(byte[] lines) {
        MultiMap trailers = MultiMap.caseInsensitiveMultiMap();
        for (String line : new String(lines, ISO_8859_1).split("\r\n", -1)) {
            if (!line.isEmpty()) {
                String[] pair = line.split(": ", 2);
                trailers.add(pair[0], pair[1]);
            }
        }
        return ofGrpc(trailers);
    }

    /// From the trailers of a gRPC call, or, when it has none, its headers.
    static WireEnd ofGrpc(MultiMap trailers) {
        MultiMap others = MultiMap.caseInsensitiveMultiMap().addAll(trailers);
        int number = Integer.parseInt(trailers.get("grpc-status"));
        String message = Objects.requireNonNullElse(trailers.get("grpc-message"), "");
        String status = trailers.get("grpc-status-details-bin");
        others.remove("grpc-status").remove("grpc-message").remove("grpc-status-details-bin");
        return new WireEnd(
                name(number),
                URLDecoder.decode(message.replace("+", "%2B"), UTF_8),
                status == null ? List.of() : details(status),
                others);
    }

    private static String name(int number) {
        return Arrays.stream(Code.values())
                .filter(code -> code.number() == number)
                .map(Code::wireName)
                .findFirst()
                .orElse("ok");
    }

    private static List<Any> details(String base64) {
        try {
            return Status.parseFrom(Base64.getDecoder().decode(base64)).getDetailsList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(base64, e);
        }
    }
}
