package io.firstcome.check;

import io.firstcome.check.Finding.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Counts and names what speaks against a promise; the first few are the evidence in one line.
final class Violations {
    static final int EXAMPLES_MAX = 3;
    static final int NAMED_MAX = 1_000;

    private final List<String> named = new ArrayList<>();
    private long count;

    /// Notes one violation; its text is made only when it is kept.
    void add(Supplier<String> text) {
        count++;
        if (named.size() < NAMED_MAX) {
            named.add(text.get());
        }
    }

    /// Fails when anything was noted, else passes with `whenKept` as its evidence.
    Finding finding(String promise, String whenKept) {
        return count == 0
                ? new Finding(promise, Result.PASS, whenKept)
                : new Finding(promise, Result.FAIL, evidence(), named, count);
    }

    private String evidence() {
        String examples = named.stream().limit(EXAMPLES_MAX).collect(Collectors.joining("; "));
        return count <= EXAMPLES_MAX
                ? examples
                : examples + "; and " + (count - EXAMPLES_MAX) + " more";
    }
}
