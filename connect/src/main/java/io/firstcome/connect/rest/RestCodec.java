package io.firstcome.connect.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import io.firstcome.connect.Codec;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Method;
import io.firstcome.connect.http.Exchange;

import java.util.List;

/// The messages of one call over REST.
///
/// @param path the decoded segments of the request's path
record RestCodec<Q extends Message, S extends Message>(
        Method<Q, S> method, Route route, Exchange exchange, List<String> path)
        implements Codec<Q, S> {
    static final String IF_MATCH = "if-match";

    private static final byte[] EMPTY = {};

    @Override
    public Q decode(byte[] body) throws InvalidRequestException {
        String ifMatch = route.requestEtag() == null ? null : exchange.header(IF_MATCH);
        Parameters parameters = Parameters.of(route, path, exchange.query(), ifMatch);
        return new RequestReader<>(method, route, parameters).read(route.hasBody() ? body : EMPTY);
    }

    @Override
    public byte[] encode(S response) {
        byte[] message = method.json().encode(response);
        FieldDescriptor field = route.responseBodyField();
        return field == null ? message : field(field, message);
    }

    /// Of the JSON of a message, that of one of its fields, which stands there unless it is empty.
    private static byte[] field(FieldDescriptor field, byte[] message) {
        JsonObject object = JsonParser.parseString(new String(message, UTF_8)).getAsJsonObject();
        JsonElement value = object.get(field.getJsonName());
        return (value == null ? empty(field) : value).toString().getBytes(UTF_8);
    }

    private static JsonElement empty(FieldDescriptor field) {
        if (field.isRepeated() && !field.isMapField()) {
            return new JsonArray();
        }
        return switch (field.getJavaType()) {
            case MESSAGE -> new JsonObject();
            case STRING, BYTE_STRING -> new JsonPrimitive("");
            case BOOLEAN -> new JsonPrimitive(false);
            case INT, LONG, FLOAT, DOUBLE -> new JsonPrimitive(0);
            case ENUM -> new JsonPrimitive(field.getEnumType().getValues().getFirst().getName());
        };
    }
}
