package io.firstcome.server.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/// Reads JSON of strings without escapes. Once it meets anything else it fails, and stays failed:
/// every string is then null.
final class PlainJsonReader {
    private final byte[] json;
    private int position;
    private boolean isFailed;

    PlainJsonReader(byte[] json) {
        this.json = json;
    }

    /// Reads `symbol`, or fails.
    void expect(char symbol) {
        if (!accept(symbol)) {
            isFailed = true;
        }
    }

    /// Reads `symbol` if it comes next.
    boolean accept(char symbol) {
        skipSpace();
        boolean isNext = !isFailed && position < json.length && json[position] == symbol;
        if (isNext) {
            position++;
        }
        return isNext;
    }

    /// Reads a string; null when failed.
    @Nullable String string() {
        expect('"');
        int start = position;
        boolean isAscii = true;
        while (!isFailed && position < json.length && json[position] != '"') {
            byte b = json[position++];
            isAscii &= b >= 0;
            isFailed = b == '\\' || (b >= 0 && b < ' ');
        }
        expect('"');
        return isFailed ? null : text(start, position - 1, isAscii);
    }

    private @Nullable String text(int start, int end, boolean isAscii) {
        String text = new String(json, start, end - start, UTF_8);
        // Bytes that are no UTF-8 decode to the replacement character: let the strict reader judge.
        isFailed = !isAscii && text.indexOf('\uFFFD') >= 0;
        return isFailed ? null : text;
    }

    /// Whether all was read, and nothing failed.
    boolean isAtEnd() {
        skipSpace();
        return !isFailed && position == json.length;
    }

    private void skipSpace() {
        while (position < json.length && isSpace(json[position])) {
            position++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
