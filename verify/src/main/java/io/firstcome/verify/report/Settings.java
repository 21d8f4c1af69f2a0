package io.firstcome.verify.report;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How a run was set up.
///
/// @param values text and numbers by name, in the order in which they are shown
/// @param command the command line that runs it again; null: it was not run by one
public record Settings(Map<String, Object> values, @Nullable String command) {
    public Settings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
