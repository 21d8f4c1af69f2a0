package io.firstcome.bench.nodes;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.Traffic;

import org.HdrHistogram.Histogram;

import java.util.concurrent.atomic.AtomicLong;

/// People who never asked before, one after the other on each connection. Latencies are kept while
/// the window is open.
final class Newcomers implements Traffic {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int STATUS_OK = 200;

    private final Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);
    private final int statusExpected;
    private final int everyNanos;
    private final long firstNanos = System.nanoTime();
    private volatile boolean isOpen;
    private volatile boolean isOver;
    private int users;
    private final AtomicLong right = new AtomicLong();
    private String firstWrong = "";

    /// @param isIssued whether coupons are expected, or refusals
    /// @param everyNanos between two requests; 0: as fast as answers come
    Newcomers(boolean isIssued, int everyNanos) {
        this.statusExpected = isIssued ? STATUS_OK : 429;
        this.everyNanos = everyNanos;
    }

    @Override
    public long nextDueNanos() {
        if (isOver) {
            return NEVER;
        }
        return everyNanos == 0 ? NOW : dueNanos(users);
    }

    private long dueNanos(int user) {
        return firstNanos + (long) user * everyNanos;
    }

    @Override
    public int nextUser(long nowNanos) {
        return users++;
    }

    @Override
    public void answered(int user, Reply reply) {
        if (reply.status() != statusExpected) {
            firstWrong = firstWrong.isEmpty() ? reply.status() + reply.bodyText() : firstWrong;
            return;
        }
        // One thread counts.
        right.setRelease(right.getPlain() + 1);
        if (isOpen) {
            long since = everyNanos == 0 ? reply.sentNanos() : dueNanos(user);
            latencyNanos.recordValue(reply.doneNanos() - since);
        }
    }

    @Override
    public void unknown(int user, long dueNanos, long sentNanos, long nowNanos, String cause) {
        firstWrong = firstWrong.isEmpty() ? cause : firstWrong;
    }

    void setOpen(boolean open) {
        isOpen = open;
    }

    /// Nobody asks any more.
    void end() {
        isOver = true;
    }

    /// How many were answered as expected. For any thread at any time, as are the two above; what
    /// is below is to be read when nobody asks, or the window has been shut for a while.
    long right() {
        return right.getAcquire();
    }

    /// What the first answer was that was not expected; empty when there was none.
    String firstWrong() {
        return firstWrong;
    }

    Histogram latencyNanos() {
        return latencyNanos;
    }
}
