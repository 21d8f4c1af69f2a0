package io.firstcome.connect.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest.FieldViolation;

import io.firstcome.connect.Codec;
import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/// Makes a request of its parts over HTTP. Both the body and the rest, which is put into JSON for
/// that, are read by the method's codec, so that what is wrong is said in the same words.
final class RequestReader<Q extends Message> {
    private final Codec<Q, ?> codec;
    private final Route route;
    private final Parameters parameters;

    RequestReader(Codec<Q, ?> codec, Route route, Parameters parameters) {
        this.codec = codec;
        this.route = route;
        this.parameters = parameters;
    }

    /// @param body empty where the request has none
    @SuppressWarnings("unchecked") // a builder of a Q builds a Q
    Q read(byte[] body) throws InvalidRequestException {
        if (body.length == 0) {
            return ofParameters();
        }
        Q request = ofBody(body);
        if (parameters.values().isEmpty()) {
            return request;
        }
        Q others = ofParameters();
        refuseConflicts(request, others);
        return (Q) request.toBuilder().mergeFrom(others).build();
    }

    private Q ofBody(byte[] body) throws InvalidRequestException {
        FieldDescriptor field = route.bodyField();
        if (field == null) {
            return codec.decode(body);
        }
        String text = new String(body, UTF_8);
        requireOneValue(text);
        String message = "{\"" + field.getJsonName() + "\":" + text + "}";
        return codec.decode(message.getBytes(UTF_8));
    }

    /// That nothing stands behind the value, and so beside the field.
    private static void requireOneValue(String text) throws InvalidRequestException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            reader.skipValue();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new InvalidRequestException("body: several values (expected: one)");
            }
        } catch (IOException e) {
            throw new InvalidRequestException("body: not JSON (expected: a JSON value)");
        }
    }

    private Q ofParameters() throws InvalidRequestException {
        JsonObject message = new JsonObject();
        for (Map.Entry<FieldPath, List<String>> entry : parameters.values().entrySet()) {
            entry.getKey().put(message, json(entry.getKey().last(), entry.getValue()));
        }
        return codec.decode(message.toString().getBytes(UTF_8));
    }

    private static JsonElement json(FieldDescriptor field, List<String> texts) {
        if (!field.isRepeated()) {
            return json(field, texts.getFirst());
        }
        JsonArray array = new JsonArray();
        texts.forEach(text -> array.add(json(field, text)));
        return array;
    }

    /// All types but booleans can be given as strings.
    private static JsonPrimitive json(FieldDescriptor field, String text) {
        boolean isBoolean =
                field.getType() == FieldDescriptor.Type.BOOL
                        || (field.getType() == FieldDescriptor.Type.MESSAGE
                                && field.getMessageType()
                                        .getFullName()
                                        .equals("google.protobuf.BoolValue"));
        return isBoolean && (text.equals("true") || text.equals("false"))
                ? new JsonPrimitive(text.equals("true"))
                : new JsonPrimitive(text);
    }

    private void refuseConflicts(Q ofBody, Q others) throws InvalidRequestException {
        for (FieldPath field : parameters.values().keySet()) {
            Object inBody = field.valueIn(ofBody);
            if (inBody != null && !inBody.equals(field.valueIn(others))) {
                throw new InvalidRequestException(
                        List.of(
                                FieldViolation.newBuilder()
                                        .setField(field.jsonName())
                                        .setDescription(
                                                "one value in the body, another beside it"
                                                        + " (expected: one)")
                                        .build()));
            }
        }
    }
}
