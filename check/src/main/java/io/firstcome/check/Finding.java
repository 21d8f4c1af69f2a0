package io.firstcome.check;

import java.util.List;

/// What one check found: a promise, whether it was kept, and the evidence in one line.
///
/// @param evidence of what breaks the promise the first few, and how many more
/// @param violations what breaks the promise one by one, up to 1,000
/// @param violationCount how many there are
public record Finding(
        String promise,
        Result result,
        String evidence,
        List<String> violations,
        long violationCount) {
    /// How a promise fared.
    public enum Result {
        PASS,
        /// Not broken, but worth a look.
        WARN,
        /// The system does not tell what the judgement would need.
        SKIP,
        FAIL
    }

    public Finding {
        violations = List.copyOf(violations);
    }

    /// A finding whose evidence says everything.
    public Finding(String promise, Result result, String evidence) {
        this(promise, result, evidence, List.of(), 0);
    }

    /// Whether there are more violations than the evidence names.
    public boolean isAbridged() {
        return violationCount > Violations.EXAMPLES_MAX;
    }
}
