package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// Appends to a JSON text in UTF-8.
final class JsonWriter {
    private static final byte[] HEX = ascii("0123456789abcdef");

    /// What follows the backslash, by character; 0 for a character that stands for itself.
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes;
    private int size;

    JsonWriter(int capacity) {
        bytes = new byte[capacity];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[128];
        Arrays.fill(escapes, 0, ' ', (byte) 'u');
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        return escapes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    /// Ends an object or array: `close` takes the place of the comma after the last member.
    void close(char close) {
        if (bytes[size - 1] == ',') {
            size--;
        }
        put(close);
    }

    void put(byte[] json) {
        put(json, 0, json.length);
    }

    private void put(byte[] source, int from, int to) {
        reserve(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    /// @param text in ASCII
    void put(String text) {
        put(ascii(text));
    }

    /// Appends the last `count` digits of `value`, which is not negative.
    void digits(long value, int count) {
        reserve(count);
        long rest = value;
        for (int i = size + count - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    /// Appends a string, with quotes and escapes.
    void string(byte[] utf8) {
        reserve(utf8.length + 2);
        bytes[size++] = '"';
        int plain = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] >= 0 && ESCAPES[utf8[i]] != 0) {
                put(utf8, plain, i);
                escape(utf8[i]);
                plain = i + 1;
            }
        }
        put(utf8, plain, utf8.length);
        put('"');
    }

    private void escape(byte c) {
        put('\\');
        put((char) ESCAPES[c]);
        if (ESCAPES[c] == 'u') {
            put('0');
            put('0');
            put((char) HEX[c >> 4]);
            put((char) HEX[c & 0xF]);
        }
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
    }
}
