package io.firstcome.check;

import io.firstcome.check.Finding.Result;

import java.util.ArrayList;
import java.util.List;

/// Counts what speaks against a promise and keeps the first few as evidence.
final class Violations {
    private static final int EXAMPLES_MAX = 3;

    private final List<String> examples = new ArrayList<>();
    private long count;

    /// Notes one violation.
    void add(String text) {
        count++;
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(text);
        }
    }

    /// Fails when anything was noted, else passes with `whenKept` as its evidence.
    Finding finding(String promise, String whenKept) {
        if (count == 0) {
            return new Finding(promise, Result.PASS, whenKept);
        }
        String more = count > examples.size() ? "; and " + (count - examples.size()) + " more" : "";
        return new Finding(promise, Result.FAIL, String.join("; ", examples) + more);
    }
}
