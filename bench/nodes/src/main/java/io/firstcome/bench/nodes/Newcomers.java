package io.firstcome.bench.nodes;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.Traffic;

import org.HdrHistogram.Histogram;

/// People who never asked before, one after the other on each connection. Counts and latencies are
/// kept while the window is open.
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
    private long right;
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
        right++;
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

    /// Nobody asks any more. For any thread, as is the above.
    void end() {
        isOver = true;
    }

    /// How many were answered as expected. Like the rest below: to be read when the load has ended.
    long right() {
        return right;
    }

    /// What the first answer was that was not expected; empty when there was none.
    String firstWrong() {
        return firstWrong;
    }

    Histogram latencyNanos() {
        return latencyNanos;
    }
}
