package io.firstcome.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The JVM's clock.
final class SystemTimer implements Timer {
    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public CompletableFuture<?> after(long delayNanos) {
        return new CompletableFuture<Boolean>()
                .completeOnTimeout(true, delayNanos, TimeUnit.NANOSECONDS);
    }
}
