package io.firstcome.connect.json;

import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Shown;

import java.util.HashSet;
import java.util.Set;

/// Reads the values of a JSON text and gathers what is wrong with them.
final class JsonReader extends JsonLexer {
    static final int DEPTH_MAX = 64;

    private static final int SHOWN_MAX = 1_000;

    final Problems problems = new Problems();

    private int depth;

    /// @param json not to change while it is read
    JsonReader(byte[] json) throws InvalidRequestException {
        super(json);
    }

    /// Passes over the value at `start` and notes that it is not what is expected.
    void mismatch(int start, String expected) throws InvalidRequestException {
        position = start;
        peek();
        int first = position;
        skip();
        String shown = source(first, Math.min(position, first + SHOWN_MAX));
        problems.add(Shown.cut(shown) + " (expected: " + expected + ")");
    }

    /// Requires an object to come next.
    void requireObject() throws InvalidRequestException {
        int first = peek();
        if (first != '{') {
            skip();
            requireEnd();
            throw new InvalidRequestException(
                    "body: " + kind(first) + " (expected: a JSON object)");
        }
    }

    private static String kind(int first) {
        return switch (first) {
            case '[' -> "an array";
            case '"' -> "a string";
            case 'n' -> "null";
            case 't', 'f' -> "a boolean";
            default -> "a number";
        };
    }

    /// Requires that nothing is left.
    void requireEnd() throws InvalidRequestException {
        if (peek() != END) {
            throw notJson();
        }
    }

    boolean isNull() {
        return peek() == 'n';
    }

    boolean requireBoolean() throws MismatchException, InvalidRequestException {
        int c = peek();
        require(c == 't' || c == 'f');
        return booleanLiteral();
    }

    /// Reads a string to `text`.
    void requireString() throws MismatchException, InvalidRequestException {
        require(peek() == '"');
        string();
    }

    /// Reads a string or a number to `text`.
    void requireStringOrNumber() throws MismatchException, InvalidRequestException {
        if (startsNumber(peek())) {
            number();
        } else {
            requireString();
        }
    }

    private static void require(boolean matches) throws MismatchException {
        if (!matches) {
            throw new MismatchException();
        }
    }

    /// Reads the beginning of an object and, to `text`, its first name.
    ///
    /// @return false when the object has ended
    boolean firstName() throws MismatchException, InvalidRequestException {
        require(peek() == '{');
        return openObject();
    }

    private boolean openObject() throws InvalidRequestException {
        open();
        return peek() == '}' ? close() : name();
    }

    /// Reads the next name in an object to `text`.
    ///
    /// @return false when the object has ended
    boolean nextName() throws InvalidRequestException {
        return comma('}') ? name() : close();
    }

    private boolean name() throws InvalidRequestException {
        if (peek() != '"') {
            throw notJson();
        }
        string();
        if (peek() != ':') {
            throw notJson();
        }
        position++;
        return true;
    }

    /// Reads the beginning of an array.
    ///
    /// @return false when the array has ended
    boolean firstElement() throws MismatchException, InvalidRequestException {
        require(peek() == '[');
        return openArray();
    }

    private boolean openArray() throws InvalidRequestException {
        open();
        return peek() != ']' || close();
    }

    /// Goes to the next element of an array.
    ///
    /// @return false when the array has ended
    boolean nextElement() throws InvalidRequestException {
        return comma(']') || close();
    }

    private void open() throws InvalidRequestException {
        position++;
        if (++depth > DEPTH_MAX) {
            throw new InvalidRequestException(
                    "body: nested too deeply (expected: at most " + DEPTH_MAX + " levels)");
        }
    }

    /// @return false: there is no more
    private boolean close() {
        position++;
        depth--;
        return false;
    }

    private boolean comma(char close) throws InvalidRequestException {
        int c = peek();
        if (c != ',' && c != close) {
            throw notJson();
        }
        position += c == ',' ? 1 : 0;
        return c == ',';
    }

    /// Passes over any value.
    void skip() throws InvalidRequestException {
        int c = peek();
        switch (c) {
            case '{' -> skipObject();
            case '[' -> skipArray();
            case '"' -> string();
            case 'n' -> nullLiteral();
            case 't', 'f' -> booleanLiteral();
            default -> skipNumber(c);
        }
    }

    private void skipObject() throws InvalidRequestException {
        Set<String> names = new HashSet<>();
        for (boolean more = openObject(); more; more = nextName()) {
            requireNew(names);
            skip();
        }
    }

    /// Requires the name that was read last not to be among `names`, and adds it.
    ///
    /// @return the name
    String requireNew(Set<String> names) throws InvalidRequestException {
        String name = textAsString();
        if (!names.add(name)) {
            throw givenTwice();
        }
        return name;
    }

    /// What to throw when the object already had the name that was read last.
    InvalidRequestException givenTwice() {
        String name = Shown.cut(textAsString());
        return new InvalidRequestException(
                "body: has \"" + name + "\" twice (expected: every name once)");
    }

    private void skipArray() throws InvalidRequestException {
        for (boolean more = openArray(); more; more = nextElement()) {
            skip();
        }
    }

    private void skipNumber(int first) throws InvalidRequestException {
        if (!startsNumber(first)) {
            throw notJson();
        }
        number();
    }
}
