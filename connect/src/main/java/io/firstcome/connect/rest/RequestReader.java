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

import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Method;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;

/// Makes a request of its parts over HTTP. Both the body and the rest, which is put into JSON for
/// that, are read by the method's codec, so that what is wrong is said in the same words; texts
/// beside a body, with which nothing can be wrong, are set as they are.
final class RequestReader<Q extends Message> {
    private static final byte[] EMPTY = {};

    private final Method<Q, ?> method;
    private final Route route;
    private final Parameters parameters;

    RequestReader(Method<Q, ?> method, Route route, Parameters parameters) {
        this.method = method;
        this.route = route;
        this.parameters = parameters;
    }

    /// @param body empty where the request has none
    Q read(byte[] body) throws InvalidRequestException {
        boolean isAlone = parameters.values().isEmpty();
        if (body.length == 0) {
            return isAlone ? method.proto().decode(EMPTY) : ofParameters();
        }
        Q request = ofBody(body);
        if (isAlone) {
            return request;
        }
        boolean areTexts =
                parameters.values().keySet().stream().allMatch(FieldPath::isTextOfMessage);
        return areTexts ? withTexts(request) : merged(request, ofParameters());
    }

    @SuppressWarnings("unchecked") // a builder of a Q builds a Q
    private Q withTexts(Q ofBody) throws InvalidRequestException {
        Message.Builder request = ofBody.toBuilder();
        for (Map.Entry<FieldPath, List<String>> entry : parameters.values().entrySet()) {
            String text = entry.getValue().getFirst();
            refuseConflict(entry.getKey(), ofBody, text);
            request.setField(entry.getKey().last(), text);
        }
        return (Q) request.build();
    }

    @SuppressWarnings("unchecked") // a builder of a Q builds a Q
    private Q merged(Q ofBody, Q others) throws InvalidRequestException {
        for (FieldPath field : parameters.values().keySet()) {
            refuseConflict(field, ofBody, field.valueIn(others));
        }
        return (Q) ofBody.toBuilder().mergeFrom(others).build();
    }

    private Q ofBody(byte[] body) throws InvalidRequestException {
        FieldDescriptor field = route.bodyField();
        if (field == null) {
            return method.json().decode(body);
        }
        String text = text(body);
        requireOneValue(text);
        String message = "{\"" + field.getJsonName() + "\":" + text + "}";
        return method.json().decode(message.getBytes(UTF_8));
    }

    private static String text(byte[] body) throws InvalidRequestException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequestException("body: not UTF-8 (expected: JSON in UTF-8)");
        }
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
        return method.json().decode(message.toString().getBytes(UTF_8));
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

    private static void refuseConflict(FieldPath field, Message ofBody, @Nullable Object other)
            throws InvalidRequestException {
        Object inBody = field.valueIn(ofBody);
        if (inBody != null && !inBody.equals(other)) {
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
