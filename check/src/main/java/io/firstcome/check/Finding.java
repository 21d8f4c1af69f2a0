package io.firstcome.check;

/// What one check found: a promise, whether it was kept, and the evidence in one line.
public record Finding(String promise, Result result, String evidence) {
    /// How a promise fared.
    public enum Result {
        PASS,
        /// Not broken, but worth a look.
        WARN,
        /// The system does not tell what the judgement would need.
        SKIP,
        FAIL
    }
}
