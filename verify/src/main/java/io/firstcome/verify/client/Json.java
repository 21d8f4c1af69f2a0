package io.firstcome.verify.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A JSON value as read from a server: asked for by name, absent where it is not there.
///
/// Numbers stay the text they were, but for zeros before them that JSON does not allow, since the
/// JSON form of protobuf writes 64-bit ones as strings.
public final class Json {
    private static final Json ABSENT = new Json(null);

    private final @Nullable Object value;

    private Json(@Nullable Object value) {
        this.value = value;
    }

    /// Reads one JSON value; anything that is none is an `IllegalArgumentException`.
    public static Json parse(String text) {
        return JsonTokens.read(text, Json::of);
    }

    private static Json of(JsonParser tokens) throws IOException {
        return switch (tokens.currentToken()) {
            case START_OBJECT -> new Json(members(tokens));
            case START_ARRAY -> new Json(elements(tokens));
            case VALUE_NULL -> ABSENT;
            default -> new Json(tokens.getText());
        };
    }

    private static Map<String, Json> members(JsonParser tokens) throws IOException {
        Map<String, Json> members = new HashMap<>();
        for (String name = tokens.nextFieldName(); name != null; name = tokens.nextFieldName()) {
            tokens.nextToken();
            members.put(name, of(tokens));
        }
        return members;
    }

    private static List<Json> elements(JsonParser tokens) throws IOException {
        List<Json> elements = new ArrayList<>();
        while (tokens.nextToken() != JsonToken.END_ARRAY) {
            elements.add(of(tokens));
        }
        return elements;
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
