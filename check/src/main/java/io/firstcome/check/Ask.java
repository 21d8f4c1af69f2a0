package io.firstcome.check;

/// One request of one user and what came of it.
///
/// Both stamps are nanoseconds since the epoch on the server's clock as the asker estimates it, and
/// of one asker: `a.doneNanos() < b.sentNanos()` means that `a` was answered before `b` was sent.
///
/// @param doneNanos when the answer was read, or the request was given up
public record Ask(String userId, long sentNanos, long doneNanos, Outcome outcome) {
    public Ask {
        if (doneNanos < sentNanos) {
            throw new IllegalArgumentException(
                    "doneNanos: " + doneNanos + " (expected: >= " + sentNanos + ")");
        }
    }
}
