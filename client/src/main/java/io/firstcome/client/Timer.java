package io.firstcome.client;

import java.util.concurrent.CompletableFuture;

/// The clock that deadlines and waits are measured on.
interface Timer {
    /// Nanoseconds since some instant.
    long nanoTime();

    /// Completes after the delay, unless it is cancelled.
    CompletableFuture<?> after(long delayNanos);
}
