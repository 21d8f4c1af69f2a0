package io.firstcome.connect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.google.rpc.BadRequest.FieldViolation;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out which fields of a JSON object keep it from being a message, by parsing every field
/// alone. For objects that failed to parse only, so it may be slow.
///
/// @param parser that failed
/// @param refusesUnknownFields whether `parser` does
record JsonDiagnosis(JsonFormat.Parser parser, boolean refusesUnknownFields) {
    private static final int VIOLATIONS_MAX = 8;

    /// Why `text`, one JSON object, is no message of `type`.
    InvalidRequestException of(String text, Message type, InvalidProtocolBufferException failure) {
        Search search = new Search();
        search.object(JsonParser.parseString(text).getAsJsonObject(), type, "");
        return search.violations.isEmpty()
                ? new InvalidRequestException(
                        "body: " + Shown.cut(String.valueOf(failure.getMessage())))
                : new InvalidRequestException(search.violations);
    }

    private boolean parses(Message type, String name, JsonElement value) {
        JsonObject alone = new JsonObject();
        alone.add(name, value);
        try {
            parser.merge(alone.toString(), type.newBuilderForType());
            return true;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    static @Nullable FieldDescriptor field(Descriptor type, String name) {
        for (FieldDescriptor field : type.getFields()) {
            if (field.getJsonName().equals(name) || field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private static String names(Descriptor type) {
        return type.getFields().stream()
                .map(FieldDescriptor::getJsonName)
                .collect(Collectors.joining(", "));
    }

    private static boolean hasFieldsInJson(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                && !field.isMapField()
                && !field.getMessageType().getFile().getPackage().equals("google.protobuf");
    }

    /// One walk over an object, gathering what is wrong.
    private final class Search {
        final List<FieldViolation> violations = new ArrayList<>();

        void object(JsonObject object, Message type, String path) {
            Set<FieldDescriptor> seen = new HashSet<>();
            for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
                String name = entry.getKey();
                FieldDescriptor field = field(type.getDescriptorForType(), name);
                if (field == null) {
                    unknown(path + Shown.cut(name), type.getDescriptorForType());
                } else if (!seen.add(field)) {
                    add(path + name, "given under both of its names (expected: once)");
                } else if (!parses(type, name, entry.getValue())) {
                    value(entry.getValue(), field, type, path + name);
                }
            }
        }

        private void unknown(String path, Descriptor type) {
            if (refusesUnknownFields) {
                add(path, "unknown field (expected: one of " + names(type) + ")");
            }
        }

        private void value(JsonElement value, FieldDescriptor field, Message type, String path) {
            int before = violations.size();
            if (value instanceof JsonArray array && field.isRepeated() && !field.isMapField()) {
                elements(array, field, type, path);
            } else if (value instanceof JsonObject object
                    && hasFieldsInJson(field)
                    && !field.isRepeated()) {
                object(object, typeOf(field, type), path + ".");
            }
            if (violations.size() == before) {
                add(path, wrong(value, Expectation.of(field)));
            }
        }

        private void elements(JsonArray array, FieldDescriptor field, Message type, String path) {
            for (int i = 0; i < array.size(); i++) {
                JsonArray alone = new JsonArray();
                alone.add(array.get(i));
                if (!parses(type, field.getJsonName(), alone)) {
                    element(array.get(i), field, type, path + "[" + i + "]");
                }
            }
        }

        private void element(JsonElement value, FieldDescriptor field, Message type, String path) {
            int before = violations.size();
            if (value instanceof JsonObject object && hasFieldsInJson(field)) {
                object(object, typeOf(field, type), path + ".");
            }
            if (violations.size() == before) {
                add(path, wrong(value, Expectation.ofElement(field)));
            }
        }

        private static Message typeOf(FieldDescriptor field, Message type) {
            return type.newBuilderForType().newBuilderForField(field).getDefaultInstanceForType();
        }

        private static String wrong(JsonElement value, String expected) {
            return Shown.cut(value.toString()) + " (expected: " + expected + ")";
        }

        private void add(String field, String description) {
            if (violations.size() < VIOLATIONS_MAX) {
                violations.add(
                        FieldViolation.newBuilder()
                                .setField(field)
                                .setDescription(description)
                                .build());
            }
        }
    }
}
