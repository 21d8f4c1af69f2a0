package io.firstcome.server.config;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// A setting that exists. In a file it goes by its name, on the command line by its flag, in the
/// environment by its variable.
///
/// @param name lower-case words, `-` between them and `.` between the group and the rest
/// @param type how its value is written
/// @param defaultText its value when it is not set; null when it has none
/// @param secret whether its value must never be shown
/// @param note what people should know who see its value; empty for nothing
record Key<T>(
        String name, ValueType<T> type, @Nullable String defaultText, boolean secret, String note) {
    static final String VARIABLE_PREFIX = "FIRSTCOME_";

    static <T> Key<T> of(String name, ValueType<T> type, Object defaultText) {
        return new Key<>(name, type, defaultText.toString(), false, "");
    }

    /// One that may be not set.
    static <T> Key<T> optional(String name, ValueType<T> type) {
        return new Key<>(name, type, null, false, "");
    }

    /// A secret has no default.
    static <T> Key<T> secret(String name, ValueType<T> type) {
        return new Key<>(name, type, null, true, "");
    }

    Key<T> noted(String theNote) {
        return new Key<>(name, type, defaultText, secret, theNote);
    }

    String variable() {
        return VARIABLE_PREFIX + name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
