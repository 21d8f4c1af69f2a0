package io.firstcome.server.watch;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many coupons are issued a second, from counts taken at every tick.
final class IssueRate {
    private record Count(long nanos, int issued) {}

    private final Deque<Count> counts = new ArrayDeque<>();

    /// The rate since about a second ago; 0 with the first count.
    double update(long nowNanos, int issued) {
        counts.addLast(new Count(nowNanos, issued));
        if (counts.size() > Ticker.TICKS_PER_SECOND + 1) {
            counts.removeFirst();
        }
        Count oldest = counts.getFirst();
        long nanos = nowNanos - oldest.nanos();
        return nanos == 0 ? 0 : (issued - oldest.issued()) * 1e9 / nanos;
    }
}
