package io.firstcome.verify.report;

import java.util.ArrayDeque;
import java.util.Deque;

/// How fast a counter has grown in the last second. Not thread-safe.
final class Rate {
    private static final long WINDOW_NANOS = 1_000_000_000;

    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    Rate(long nowNanos) {
        samples.add(new Sample(nowNanos, 0));
    }

    /// Per second, since the last reading that is a second old, or else the oldest one.
    long perSecond(long nowNanos, long count) {
        samples.add(new Sample(nowNanos, count));
        while (isOld(nowNanos)) {
            samples.remove();
        }
        Sample oldest = samples.element();
        long elapsed = Math.max(1, nowNanos - oldest.nanos());
        return Math.round((count - oldest.count()) * 1e9 / elapsed);
    }

    /// Whether the second reading is a second old already.
    private boolean isOld(long nowNanos) {
        return samples.size() > 2
                && samples.stream().skip(1).findFirst().orElseThrow().nanos()
                        <= nowNanos - WINDOW_NANOS;
    }
}
