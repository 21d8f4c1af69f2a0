package io.firstcome.connect.rest.openapi;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.firstcome.connect.json.WellKnown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// JSON schemas of messages as they are in JSON; gathers those that are referred to.
final class Schemas {
    private static final String WELL_KNOWN = "google.protobuf.";

    private final Comments comments;
    private final Map<String, JsonObject> components = new TreeMap<>();
    private final Deque<Descriptor> missing = new ArrayDeque<>();

    Schemas(Comments comments) {
        this.comments = comments;
    }

    /// All that was referred to, by name.
    Map<String, JsonObject> components() {
        while (!missing.isEmpty()) {
            Descriptor type = missing.pop();
            if (!components.containsKey(type.getFullName())) {
                components.put(type.getFullName(), object(type, _ -> true));
            }
        }
        return components;
    }

    /// A reference to the schema of a message.
    JsonObject reference(Descriptor type) {
        missing.push(type);
        return reference(type.getFullName());
    }

    static JsonObject reference(String component) {
        return of("$ref", "#/components/schemas/" + component);
    }

    /// The schema of a message of which only some fields are there.
    JsonObject object(Descriptor type, Predicate<FieldDescriptor> isThere) {
        List<FieldDescriptor> fields = type.getFields().stream().filter(isThere).toList();
        JsonObject schema = of("type", "object");
        describe(schema, comments.of(type));
        JsonObject properties = new JsonObject();
        JsonArray required = new JsonArray();
        for (FieldDescriptor field : fields) {
            properties.add(field.getJsonName(), described(field));
            if (isRequired(field)) {
                required.add(field.getJsonName());
            }
        }
        if (!properties.isEmpty()) {
            schema.add("properties", properties);
        }
        if (!required.isEmpty()) {
            schema.add("required", required);
        }
        return schema;
    }

    static boolean isRequired(FieldDescriptor field) {
        return field.getOptions()
                .getExtension(FieldBehaviorProto.fieldBehavior)
                .contains(FieldBehavior.REQUIRED);
    }

    private JsonObject described(FieldDescriptor field) {
        JsonObject schema = of(field);
        describe(schema, comments.of(field));
        return schema;
    }

    /// The schema of a field's value.
    JsonObject of(FieldDescriptor field) {
        if (field.isMapField()) {
            JsonObject map = of("type", "object");
            map.add(
                    "additionalProperties",
                    element(field.getMessageType().findFieldByName("value")));
            return map;
        }
        if (field.isRepeated()) {
            JsonObject array = of("type", "array");
            array.add("items", element(field));
            return array;
        }
        return element(field);
    }

    private JsonObject element(FieldDescriptor field) {
        return switch (field.getType()) {
            case DOUBLE -> of("type", "number", "format", "double");
            case FLOAT -> of("type", "number", "format", "float");
            case INT32, SINT32, SFIXED32 -> of("type", "integer", "format", "int32");
            case UINT32, FIXED32 -> of("type", "integer", "format", "uint32");
            case INT64, SINT64, SFIXED64 -> of("type", "string", "format", "int64");
            case UINT64, FIXED64 -> of("type", "string", "format", "uint64");
            case BOOL -> of("type", "boolean");
            case STRING -> of("type", "string");
            case BYTES -> of("type", "string", "contentEncoding", "base64");
            case ENUM -> enumeration(field.getEnumType());
            case MESSAGE, GROUP -> message(field.getMessageType());
        };
    }

    private JsonObject message(Descriptor type) {
        if (!type.getFullName().startsWith(WELL_KNOWN)) {
            return reference(type);
        }
        return switch (type.getFullName().substring(WELL_KNOWN.length())) {
            case "Timestamp" -> of("type", "string", "format", "date-time");
            case "Duration" -> of("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]{1,9})?s$");
            case "FieldMask" -> of("type", "string");
            case "Any", "Struct", "Empty" -> of("type", "object");
            case "ListValue" -> of("type", "array");
            default ->
                    WellKnown.isWrapper(type)
                            ? element(type.findFieldByName("value"))
                            : new JsonObject();
        };
    }

    private JsonObject enumeration(EnumDescriptor type) {
        JsonObject schema = of("type", "string");
        JsonArray names = new JsonArray();
        StringBuilder text = new StringBuilder(comments.of(type));
        for (EnumValueDescriptor value : type.getValues()) {
            names.add(value.getName());
            String comment = comments.of(value);
            if (!comment.isEmpty()) {
                text.append("\n- `").append(value.getName()).append("`: ").append(comment);
            }
        }
        schema.add("enum", names);
        describe(schema, text.toString().strip());
        return schema;
    }

    /// Adds a description, in front of one that is there.
    static void describe(JsonObject schema, String text) {
        if (!text.isEmpty()) {
            String more =
                    schema.has("description")
                            ? "\n\n" + schema.get("description").getAsString()
                            : "";
            schema.addProperty("description", text + more);
        }
    }

    /// An object of strings: names and values in turn.
    static JsonObject of(String... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
