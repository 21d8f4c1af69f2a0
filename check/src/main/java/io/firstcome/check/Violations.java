package io.firstcome.check;

import io.firstcome.check.Finding.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Counts what speaks against a promise and keeps the first few as evidence.
final class Violations {
    static final int EXAMPLES_MAX = 3;

    private final List<String> examples = new ArrayList<>();
    private long count;

    /// Notes one violation; its text is made only when it is kept.
    void add(Supplier<String> text) {
        count++;
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(text.get());
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
