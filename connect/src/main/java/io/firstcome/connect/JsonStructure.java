package io.firstcome.connect;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.rpc.BadRequest.FieldViolation;

import org.jspecify.annotations.Nullable;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requires text to be one JSON object that is not too deep, gives no name twice and no boolean
/// where its type has a string, all of which the parser of protobuf JSON lets pass or takes badly.
final class JsonStructure {
    static final int DEPTH_MAX = 64;

    private static final Pattern POSITION = Pattern.compile("line \\d+ column \\d+");

    private final JsonReader reader;

    private final Deque<Level> open = new ArrayDeque<>();

    private JsonStructure(String text) {
        this.reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /// @param type of the message that the object stands for
    static void check(String text, Descriptor type) throws InvalidRequestException {
        try {
            new JsonStructure(text).check(type);
        } catch (EOFException e) {
            throw new InvalidRequestException("body: ends early (expected: a JSON object)");
        } catch (IOException e) {
            throw new InvalidRequestException(
                    "body: not JSON" + position(e) + " (expected: a JSON object)");
        }
    }

    private static String position(IOException e) {
        Matcher matcher = POSITION.matcher(String.valueOf(e.getMessage()));
        return matcher.find() ? " at " + matcher.group() : "";
    }

    private void check(Descriptor type) throws IOException, InvalidRequestException {
        JsonToken first = reader.peek();
        if (first != JsonToken.BEGIN_OBJECT) {
            throw new InvalidRequestException(
                    "body: " + kind(first) + " (expected: a JSON object)");
        }
        reader.beginObject();
        open.push(Level.of(type));
        JsonToken token = reader.peek();
        while (token != JsonToken.END_DOCUMENT) {
            take(token);
            token = reader.peek();
        }
    }

    private static String kind(JsonToken first) {
        return switch (first) {
            case BEGIN_ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case BEGIN_OBJECT, END_OBJECT, END_ARRAY, NAME, END_DOCUMENT -> "not a value";
        };
    }

    private void take(JsonToken token) throws IOException, InvalidRequestException {
        switch (token) {
            case BEGIN_OBJECT -> {
                reader.beginObject();
                descend(open.element().inObject());
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                descend(open.element().inArray());
            }
            case END_OBJECT -> {
                reader.endObject();
                open.pop();
            }
            case END_ARRAY -> {
                reader.endArray();
                open.pop();
            }
            case NAME -> name(reader.nextName());
            case BOOLEAN -> bool(reader.nextBoolean());
            case STRING, NUMBER, NULL -> reader.skipValue();
            case END_DOCUMENT -> {}
        }
    }

    private void descend(Level level) throws InvalidRequestException {
        open.push(level);
        if (open.size() > DEPTH_MAX) {
            throw new InvalidRequestException(
                    "body: nested too deeply (expected: at most " + DEPTH_MAX + " levels)");
        }
    }

    private void name(String name) throws InvalidRequestException {
        if (!open.element().enter(name)) {
            throw new InvalidRequestException(
                    "body: has " + Shown.of(name) + " twice (expected: every name once)");
        }
    }

    private void bool(boolean value) throws InvalidRequestException {
        FieldDescriptor field = open.element().field;
        if (field != null && isString(field)) {
            throw new InvalidRequestException(
                    List.of(
                            FieldViolation.newBuilder()
                                    .setField(path())
                                    .setDescription(value + " (expected: a string)")
                                    .build()));
        }
    }

    private static boolean isString(FieldDescriptor field) {
        return field.getType() == FieldDescriptor.Type.STRING
                || (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && field.getMessageType()
                                .getFullName()
                                .equals("google.protobuf.StringValue"));
    }

    /// The names on the way to where the reader is.
    private String path() {
        StringBuilder path = new StringBuilder();
        for (Iterator<Level> levels = open.descendingIterator(); levels.hasNext(); ) {
            String name = levels.next().name;
            path.append(path.isEmpty() || name.isEmpty() ? "" : ".").append(name);
        }
        return path.toString();
    }

    /// An object or array that is open.
    private static final class Level {
        /// The message the object stands for; null where its names are not fields.
        private final @Nullable Descriptor type;

        private final Set<String> names = new HashSet<>();

        /// The name that was given last; always empty in an array.
        private String name = "";

        /// What the value that comes next is of; null where that is not known.
        private @Nullable FieldDescriptor field;

        private Level(@Nullable Descriptor type, @Nullable FieldDescriptor field) {
            this.type = type;
            this.field = field;
        }

        static Level of(Descriptor type) {
            boolean hasFields = !type.getFile().getPackage().equals("google.protobuf");
            return new Level(hasFields ? type : null, null);
        }

        /// @return false when the name was given before
        boolean enter(String name) {
            this.name = name;
            if (type != null) {
                field = JsonDiagnosis.field(type, name);
            }
            return names.add(name);
        }

        Level inArray() {
            return new Level(null, field);
        }

        Level inObject() {
            if (field == null || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
                return new Level(null, null);
            }
            Descriptor inner = field.getMessageType();
            return field.isMapField()
                    ? new Level(null, inner.findFieldByName("value"))
                    : Level.of(inner);
        }
    }
}
