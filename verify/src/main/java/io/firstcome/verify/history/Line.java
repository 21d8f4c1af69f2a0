package io.firstcome.verify.history;

import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;

/// The fields of one line, each there and of its kind, or an error that names line and field.
///
/// @param path what stands before the names of its fields in errors
record Line(LineReader at, String path, Json json) {
    boolean has(String field) {
        return json.get(field).isPresent();
    }

    String text(String field) throws HistoryFormatException {
        Json value = json.get(field);
        if (!value.isScalar()) {
            throw broken(field, value, "a text");
        }
        return at.shared(value.text());
    }

    long number(String field) throws HistoryFormatException {
        Json value = json.get(field);
        try {
            return Long.parseLong(value.text());
        } catch (NumberFormatException _) {
            throw broken(field, value, "a whole number");
        }
    }

    @Nullable Long optionalNumber(String field) throws HistoryFormatException {
        return has(field) ? number(field) : null;
    }

    boolean flag(String field) throws HistoryFormatException {
        Json value = json.get(field);
        if (!value.isTrue() && !value.text().equals("false")) {
            throw broken(field, value, "true or false");
        }
        return value.isTrue();
    }

    Instant instant(String field) throws HistoryFormatException {
        Json value = json.get(field);
        try {
            return Instant.parse(value.text());
        } catch (DateTimeException _) {
            throw broken(field, value, "a time such as 2025-06-23T11:57:00Z");
        }
    }

    @Nullable Instant optionalInstant(String field) throws HistoryFormatException {
        return has(field) ? instant(field) : null;
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) throws HistoryFormatException {
        Json value = json.get(field);
        try {
            return Enum.valueOf(type, value.text());
        } catch (IllegalArgumentException _) {
            throw broken(field, value, "a " + type.getSimpleName());
        }
    }

    /// The fields of an object in this line.
    Line object(String field) {
        return new Line(at, path + field + ".", json.get(field));
    }

    HistoryFormatException broken(String field, Json value, String expected) {
        String found =
                value.isScalar() ? value.text() : value.isPresent() ? "a structure" : "absent";
        return at.broken(path + field + ": " + found + " (expected: " + expected + ")");
    }
}
