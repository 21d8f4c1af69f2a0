package io.firstcome.verify.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A recursive-descent reader of JSON (RFC 8259), of bounded depth.
final class JsonReader {
    private static final int DEPTH_MAX = 64;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String UNESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int position;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json readDocument() {
        Json document = readValue();
        if (peek() != 0) {
            throw broken("the end");
        }
        return document;
    }

    private Json readValue() {
        if (depth++ > DEPTH_MAX) {
            throw broken("at most " + DEPTH_MAX + " levels");
        }
        Json value =
                switch (peek()) {
                    case '{' -> readObject();
                    case '[' -> readArray();
                    case '"' -> Json.scalar(readString());
                    default -> readLiteral();
                };
        depth--;
        return value;
    }

    private Json readObject() {
        Map<String, Json> members = new HashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!members.isEmpty()) {
                expect(',');
            }
            String name = readString();
            expect(':');
            members.put(name, readValue());
        }
        expect('}');
        return Json.object(members);
    }

    private Json readArray() {
        List<Json> elements = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(readValue());
        }
        expect(']');
        return Json.array(elements);
    }

    private String readString() {
        expect('"');
        int start = position;
        while (current() != '"' && current() != '\\') {
            position++;
        }
        if (current() == '"') {
            return text.substring(start, position++);
        }
        StringBuilder unescaped = new StringBuilder(text.substring(start, position));
        while (current() != '"') {
            unescaped.append(current() == '\\' ? readEscape() : text.charAt(position++));
        }
        position++;
        return unescaped.toString();
    }

    private char readEscape() {
        position++;
        char kind = current();
        position++;
        if (kind == 'u') {
            position += 4;
            if (position > text.length()) {
                throw broken("four hex digits");
            }
            return (char) Integer.parseInt(text.substring(position - 4, position), 16);
        }
        int index = ESCAPED.indexOf(kind);
        if (index < 0) {
            throw broken("an escape");
        }
        return UNESCAPED.charAt(index);
    }

    /// A number, `true`, `false` or `null`.
    private Json readLiteral() {
        int start = position;
        while (position < text.length() && ",]} \t\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String literal = text.substring(start, position);
        return switch (literal) {
            case "null" -> Json.scalar(null);
            case "true", "false" -> Json.scalar(literal);
            default -> Json.scalar(requireNumber(literal));
        };
    }

    private String requireNumber(String literal) {
        if (!NUMBER.matcher(literal).matches()) {
            throw broken("a value");
        }
        return literal;
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw broken("'" + expected + "'");
        }
        position++;
    }

    /// The next character that is no white space, without taking it; 0 at the end.
    private char peek() {
        while (position < text.length() && text.charAt(position) <= ' ') {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private char current() {
        if (position >= text.length()) {
            throw broken("the end of the string");
        }
        return text.charAt(position);
    }

    private IllegalArgumentException broken(String expected) {
        return new IllegalArgumentException(
                "json: broken at character " + position + " (expected: " + expected + ")");
    }
}
