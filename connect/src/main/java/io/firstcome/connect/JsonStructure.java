package io.firstcome.connect;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Requires text to be one JSON object that is not too deep and gives no name twice, all of which
/// the parser of protobuf JSON lets pass or takes badly.
final class JsonStructure {
    static final int DEPTH_MAX = 64;

    private static final Pattern POSITION = Pattern.compile("line \\d+ column \\d+");

    private final JsonReader reader;

    /// The names so far of every object and array that is open; those of arrays stay empty.
    private final Deque<Set<String>> open = new ArrayDeque<>();

    private JsonStructure(String text) {
        this.reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    static void check(String text) throws InvalidRequestException {
        try {
            new JsonStructure(text).check();
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

    private void check() throws IOException, InvalidRequestException {
        JsonToken first = reader.peek();
        if (first != JsonToken.BEGIN_OBJECT) {
            throw new InvalidRequestException(
                    "body: " + kind(first) + " (expected: a JSON object)");
        }
        JsonToken token = first;
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
                descend();
            }
            case BEGIN_ARRAY -> {
                reader.beginArray();
                descend();
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
            case STRING, NUMBER, BOOLEAN, NULL -> reader.skipValue();
            case END_DOCUMENT -> {}
        }
    }

    private void descend() throws InvalidRequestException {
        open.push(new HashSet<>());
        if (open.size() > DEPTH_MAX) {
            throw new InvalidRequestException(
                    "body: nested too deeply (expected: at most " + DEPTH_MAX + " levels)");
        }
    }

    private void name(String name) throws InvalidRequestException {
        if (!open.element().add(name)) {
            throw new InvalidRequestException(
                    "body: has " + Shown.of(name) + " twice (expected: every name once)");
        }
    }
}
