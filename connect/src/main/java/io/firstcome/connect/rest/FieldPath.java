package io.firstcome.connect.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;

import io.firstcome.connect.json.WellKnown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A field of a message or of a message inside of it, from the outermost inward.
public record FieldPath(List<FieldDescriptor> fields) {
    public FieldPath {
        fields = List.copyOf(fields);
    }

    /// The field of `type` that is called so, by its name or its name in JSON, with dots between
    /// the names; null when there is none.
    static @Nullable FieldPath of(Descriptor type, String path) {
        List<FieldDescriptor> fields = new ArrayList<>();
        @Nullable Descriptor holder = type;
        for (String name : path.split("\\.", -1)) {
            FieldDescriptor field = holder == null ? null : field(holder, name);
            if (field == null) {
                return null;
            }
            fields.add(field);
            holder = isHolder(field) ? field.getMessageType() : null;
        }
        return new FieldPath(fields);
    }

    /// All fields of which text can stand for the value, those inside of messages too, but for
    /// messages inside of their own kind.
    static List<FieldPath> texts(Descriptor type) {
        List<FieldPath> found = new ArrayList<>();
        addTexts(found, List.of(), type);
        return found;
    }

    private static void addTexts(
            List<FieldPath> found, List<FieldDescriptor> above, Descriptor type) {
        for (FieldDescriptor field : type.getFields()) {
            List<FieldDescriptor> path = new ArrayList<>(above);
            path.add(field);
            if (isText(field)) {
                found.add(new FieldPath(path));
            } else if (isHolder(field) && !above.contains(field)) {
                addTexts(found, path, field.getMessageType());
            }
        }
    }

    private static @Nullable FieldDescriptor field(Descriptor type, String name) {
        for (FieldDescriptor field : type.getFields()) {
            if (field.getName().equals(name) || field.getJsonName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /// Whether names can go on behind this field.
    static boolean isHolder(FieldDescriptor field) {
        return field.getJavaType() == JavaType.MESSAGE
                && !field.isRepeated()
                && !field.getMessageType().getFile().getPackage().equals("google.protobuf");
    }

    /// Whether text can stand for a value of this field, or for each of its values.
    static boolean isText(FieldDescriptor field) {
        return field.getJavaType() != JavaType.MESSAGE || WellKnown.isText(field.getMessageType());
    }

    /// Whether this is a field of one text, and not of a message inside of another.
    boolean isTextOfMessage() {
        return fields.size() == 1
                && last().getType() == FieldDescriptor.Type.STRING
                && !last().isRepeated();
    }

    public FieldDescriptor last() {
        return fields.getLast();
    }

    /// The names in JSON, with dots between them.
    public String jsonName() {
        return fields.stream().map(FieldDescriptor::getJsonName).collect(Collectors.joining("."));
    }

    /// The value of this field in a message; null when it has none, or its default.
    @Nullable Object valueIn(Message message) {
        Message holder = message;
        for (FieldDescriptor field : fields.subList(0, fields.size() - 1)) {
            holder = (Message) holder.getField(field);
        }
        FieldDescriptor last = last();
        boolean isSet =
                last.isRepeated() ? holder.getRepeatedFieldCount(last) > 0 : holder.hasField(last);
        return isSet ? holder.getField(last) : null;
    }

    /// Puts a value where this field stands in the JSON of its message.
    void put(JsonObject message, JsonElement value) {
        JsonObject holder = message;
        for (FieldDescriptor field : fields.subList(0, fields.size() - 1)) {
            String name = field.getJsonName();
            if (!holder.has(name)) {
                holder.add(name, new JsonObject());
            }
            holder = holder.getAsJsonObject(name);
        }
        holder.add(last().getJsonName(), value);
    }
}
