package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/// What names mean, looked up by their UTF-8 without making strings: a hash table with open
/// addressing.
final class NameTable<T> {
    private final byte[][] names;
    private final @Nullable Object[] meanings;

    NameTable(Map<String, T> meaningOfName) {
        int size = Integer.highestOneBit(meaningOfName.size() + 1) * 4;
        names = new byte[size][];
        meanings = new Object[size];
        meaningOfName.forEach((name, meaning) -> put(name.getBytes(UTF_8), meaning));
    }

    private void put(byte[] name, T meaning) {
        int i = slot(name, 0, name.length);
        names[i] = name;
        meanings[i] = meaning;
    }

    @SuppressWarnings("unchecked") // only put() fills meanings
    @Nullable T get(byte[] text, int from, int to) {
        return (T) meanings[slot(text, from, to)];
    }

    /// Where the name is, or else the free place where it would be.
    private int slot(byte[] text, int from, int to) {
        int mask = names.length - 1;
        int i = hash(text, from, to) & mask;
        while (names[i] != null && !Arrays.equals(names[i], 0, names[i].length, text, from, to)) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ hash >>> 15;
    }
}
