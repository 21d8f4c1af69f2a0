package io.firstcome.ledger.sql;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what comes by itself, on a slow machine too, but not without end.
final class Patience {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final long PAUSE_MILLIS = 10;

    private Patience() {}

    /// @param what is waited for, in words for whoever reads of a failure
    static void await(String what, Callable<Boolean> condition) throws Exception {
        long endNanos = System.nanoTime() + LIMIT.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() - endNanos > 0) {
                throw new AssertionError("not after %d s: %s".formatted(LIMIT.toSeconds(), what));
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
