package io.firstcome.client;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/// A clock that jumps to what is waited for.
final class ManualTimer implements Timer {
    private record Alarm(long atNanos, CompletableFuture<Boolean> future) {}

    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::atNanos));
    private long nowNanos = Long.MAX_VALUE - 1_000_000;

    @Override
    public long nanoTime() {
        return nowNanos;
    }

    @Override
    public CompletableFuture<?> after(long delayNanos) {
        CompletableFuture<Boolean> future = new CompletableFuture<>();
        alarms.add(new Alarm(nowNanos + delayNanos, future));
        return future;
    }

    void advance(long nanos) {
        nowNanos += nanos;
    }

    /// Goes to each alarm until there is none.
    void run() {
        for (Alarm next = alarms.poll(); next != null; next = alarms.poll()) {
            nowNanos = next.atNanos();
            next.future().complete(true);
        }
    }

    List<CompletableFuture<Boolean>> waits() {
        return alarms.stream().map(Alarm::future).toList();
    }
}
