package io.firstcome.verify.history;

import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;

/// Reads JSON lines and knows which one it is at.
final class LineReader implements AutoCloseable {
    /// Opens what is read, at the first line.
    @FunctionalInterface
    interface Source {
        BufferedReader open() throws IOException;
    }

    private final String name;
    private final Source source;
    private final Map<String, String> texts = new HashMap<>();
    private @Nullable BufferedReader reader;
    private long number;

    /// @param name what errors call the file
    LineReader(String name, Source source) {
        this.name = name;
        this.source = source;
    }

    /// The next line.
    ///
    /// @param expected what it is to be, for the error when there is none
    Line next(String expected) throws IOException {
        number++;
        String text = readLine();
        if (text == null) {
            throw broken("the file ends (expected: " + expected + ")");
        }
        try {
            return new Line(this, "", Json.parse(text));
        } catch (IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    /// Refuses a line more.
    void requireEnd() throws IOException {
        number++;
        if (readLine() != null) {
            throw broken("more than the header says (expected: the end of the file)");
        }
    }

    private @Nullable String readLine() throws IOException {
        try {
            if (reader == null) {
                reader = source.open();
            }
            return reader.readLine();
        } catch (EOFException | ZipException | CharacterCodingException e) {
            throw broken(
                    "damaged here or after, " + e + " (expected: UTF-8, and gzip when named .gz)");
        }
    }

    /// One object for each text, since people ask often.
    String shared(String text) {
        String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    HistoryFormatException broken(String what) {
        return new HistoryFormatException(name + ": line " + number + ": " + what);
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
