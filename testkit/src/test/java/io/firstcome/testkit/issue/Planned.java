package io.firstcome.testkit.issue;

import java.util.List;

/// Failures that a test has planned.
final class Planned {
    private Planned() {}

    /// One of each kind that code can throw without saying so.
    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("planned"),
                new StackOverflowError("planned"),
                new AssertionError("planned"));
    }

    /// The act of throwing `failure`.
    static Runnable toThrow(Throwable failure) {
        return () -> {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        };
    }
}
