package io.firstcome.verify.client;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A JSON value as read from a server: asked for by name, absent where it is not there.
///
/// Numbers stay the text they were, since the JSON form of protobuf writes 64-bit ones as strings.
public final class Json {
    private static final Json ABSENT = new Json(null);

    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /// Reads one JSON value; anything that is none is an `IllegalArgumentException`.
    public static Json parse(String text) {
        return new JsonReader(text).readDocument();
    }

    static Json object(Map<String, Json> members) {
        return new Json(members);
    }

    static Json array(List<Json> elements) {
        return new Json(elements);
    }

    static Json scalar(@Nullable String text) {
        return text == null ? ABSENT : new Json(text);
    }

    /// A member of an object.
    public Json get(String name) {
        if (value instanceof Map<?, ?> members && members.get(name) instanceof Json member) {
            return member;
        }
        return ABSENT;
    }

    /// The elements of an array; none when this is no array.
    public List<Json> elements() {
        List<Json> elements = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(element -> elements.add((Json) element));
        }
        return elements;
    }

    public boolean isPresent() {
        return value != null;
    }

    /// Whether this is a string, a number, `true` or `false`.
    public boolean isScalar() {
        return value instanceof String;
    }

    /// Whether this is `true`; absent is false.
    public boolean isTrue() {
        return "true".equals(value);
    }

    /// A string or number as text; empty when absent.
    public String text() {
        return value instanceof String text ? text : "";
    }

    /// A whole number; 0 when absent.
    public long number() {
        String text = text();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /// `text` as a JSON string, with quotes.
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append(String.format("\\u%04x", (int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}
