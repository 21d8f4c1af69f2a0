package io.firstcome.bench;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// What a study has found.
interface StudyResult {
    /// The figures, for people.
    void print(PrintStream out);

    /// The figures as members of a JSON object.
    Map<String, @Nullable Object> members();

    /// Wrong answers and failed audits; figures of a failed run mean nothing.
    List<String> failures();
}
