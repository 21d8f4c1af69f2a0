package io.firstcome.verify.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Users 0 to n-1 ask once each, at once or in turn, and what they hear is kept.
final class CountedTraffic implements Traffic {
    final List<String> answers = new ArrayList<>();
    final List<String> lost = new ArrayList<>();
    private final int users;
    private final long pauseNanos;
    private final long startNanos = System.nanoTime();
    private int next;

    CountedTraffic(int users) {
        this(users, Duration.ZERO);
    }

    /// @param pause before each asks
    CountedTraffic(int users, Duration pause) {
        this.users = users;
        pauseNanos = pause.toNanos();
    }

    @Override
    public long nextDueNanos() {
        if (next == users) {
            return NEVER;
        }
        return pauseNanos == 0 ? NOW : startNanos + (next + 1) * pauseNanos;
    }

    @Override
    public int nextUser(long nowNanos) {
        return next++;
    }

    @Override
    public void answered(int user, Reply reply) {
        String trailer = reply.trailer("grpc-status");
        String ended = trailer == null ? "" : " " + trailer;
        answers.add(user + " " + reply.status() + " " + reply.bodyText() + ended);
    }

    @Override
    public void unknown(int user, long dueNanos, long sentNanos, long nowNanos, String cause) {
        lost.add(user + " " + cause);
    }
}
