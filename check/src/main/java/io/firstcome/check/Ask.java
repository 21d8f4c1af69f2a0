package io.firstcome.check;

/// One request of one user and what came of it.
///
/// All stamps are nanoseconds since the epoch on the server's clock as the asker estimates it, and
/// of one asker: `a.doneNanos() < b.sentNanos()` means that `a` was answered before `b` was sent.
/// Promises are judged by when a request was sent; what people waited counts from when it was due.
///
/// @param dueNanos when the request was to be sent, however long it then waited for a connection
/// @param doneNanos when the answer was read, or the request was given up
public record Ask(String userId, long dueNanos, long sentNanos, long doneNanos, Outcome outcome) {
    public Ask {
        if (sentNanos < dueNanos) {
            throw new IllegalArgumentException(
                    "sentNanos: " + sentNanos + " (expected: >= " + dueNanos + ")");
        }
        if (doneNanos < sentNanos) {
            throw new IllegalArgumentException(
                    "doneNanos: " + doneNanos + " (expected: >= " + sentNanos + ")");
        }
    }

    /// A request that was sent when it was due.
    public Ask(String userId, long sentNanos, long doneNanos, Outcome outcome) {
        this(userId, sentNanos, sentNanos, doneNanos, outcome);
    }
}
