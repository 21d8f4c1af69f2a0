package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.UnsafeByteOperations;

import io.firstcome.connect.InvalidRequestException;

/// Reads the tokens of a JSON text: those of RFC 8259 and nothing beside them. A text that is not
/// JSON ends the reading at once.
class JsonLexer {
    static final int END = -1;

    private static final byte[] NULL = "null".getBytes(US_ASCII);
    private static final byte[] TRUE = "true".getBytes(US_ASCII);
    private static final byte[] FALSE = "false".getBytes(US_ASCII);

    private final byte[] json;

    /// Of the first byte that was not read yet.
    int position;

    /// Has the string or number that was read last, in `from` to `to`, without quotes and escapes.
    byte[] text;

    int from;
    int to;

    /// Whether the text that was read last is that of a string.
    boolean quoted;

    /// @param json not to change while it is read
    JsonLexer(byte[] json) throws InvalidRequestException {
        if (!UnsafeByteOperations.unsafeWrap(json).isValidUtf8()) {
            throw new InvalidRequestException("body: not UTF-8 (expected: JSON in UTF-8)");
        }
        this.json = json;
        this.text = json;
    }

    final String textAsString() {
        return new String(text, from, to - from, UTF_8);
    }

    /// A part of the JSON text as it stands there.
    final String source(int start, int end) {
        return new String(json, start, end - start, UTF_8);
    }

    /// Passes over white space.
    ///
    /// @return the byte that comes next, or `END`
    final int peek() {
        while (position < json.length) {
            byte c = json[position];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c & 0xFF;
            }
            position++;
        }
        return END;
    }

    final void nullLiteral() throws InvalidRequestException {
        literal(NULL);
    }

    final boolean booleanLiteral() throws InvalidRequestException {
        boolean value = peek() == 't';
        literal(value ? TRUE : FALSE);
        return value;
    }

    private void literal(byte[] literal) throws InvalidRequestException {
        for (byte c : literal) {
            if (!accept(c, c)) {
                throw notJson();
            }
        }
    }

    /// Reads a string, where `peek` gave a quotation mark.
    final void string() throws InvalidRequestException {
        int start = position + 1;
        int end = start;
        boolean isEscaped = false;
        while (end < json.length && json[end] != '"' && !isControl(json[end])) {
            isEscaped |= json[end] == '\\';
            end += json[end] == '\\' ? 2 : 1;
        }
        if (end >= json.length || isControl(json[end])) {
            position = end;
            throw notJson();
        }
        text(json, start, end);
        quoted = true;
        if (isEscaped) {
            unescape();
        }
        position = end + 1;
    }

    private static boolean isControl(byte c) {
        return c >= 0 && c < ' ';
    }

    private void unescape() throws InvalidRequestException {
        String plain = JsonEscapes.unescape(textAsString());
        if (plain == null) {
            position = from;
            throw notJson();
        }
        if (!UTF_8.newEncoder().canEncode(plain)) {
            throw new InvalidRequestException(
                    "body: has half a surrogate pair (expected: whole characters)");
        }
        byte[] utf8 = plain.getBytes(UTF_8);
        text(utf8, 0, utf8.length);
    }

    /// Reads a number, where `startsNumber`.
    final void number() throws InvalidRequestException {
        int start = position;
        accept('-', '-');
        if (!accept('0', '0')) {
            digits();
        }
        if (accept('.', '.')) {
            digits();
        }
        if (accept('e', 'E')) {
            accept('+', '-');
            digits();
        }
        text(json, start, position);
        quoted = false;
    }

    static boolean startsNumber(int c) {
        return c == '-' || isDigit(c);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private void digits() throws InvalidRequestException {
        int start = position;
        while (position < json.length && isDigit(json[position])) {
            position++;
        }
        if (position == start) {
            throw notJson();
        }
    }

    private boolean accept(int one, int other) {
        boolean accepted =
                position < json.length && (json[position] == one || json[position] == other);
        position += accepted ? 1 : 0;
        return accepted;
    }

    private void text(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /// What to throw where the text cannot go on as it does.
    final InvalidRequestException notJson() {
        if (position >= json.length) {
            return new InvalidRequestException("body: ends early (expected: a JSON object)");
        }
        String before = source(0, position);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new InvalidRequestException(
                "body: not JSON at line %d column %d (expected: a JSON object)"
                        .formatted(line, column));
    }
}
