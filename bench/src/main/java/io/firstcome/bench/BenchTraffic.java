package io.firstcome.bench;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.Traffic;

import org.HdrHistogram.Histogram;

/// Requests, each of a user who never asked before. Latencies are kept only while the window is
/// open; where requests have a time at which they are due, they count from then.
final class BenchTraffic implements Traffic {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int EXAMPLE_MAX = 200;

    private final Subject subject;
    private final Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);
    private final Pressure pressure;
    private final int firstUser;
    private final long firstNanos = System.nanoTime();
    private volatile boolean windowOpen;
    private volatile int endUser;
    private int user;
    private long right;
    private long wrong;
    private long unknown;
    private String wrongExample = "";

    /// @param endUser the first that does not ask any more
    BenchTraffic(Subject subject, Pressure pressure, int firstUser, int endUser) {
        this.subject = subject;
        this.pressure = pressure;
        this.firstUser = firstUser;
        this.endUser = endUser;
        user = firstUser;
    }

    @Override
    public long nextDueNanos() {
        if (user >= endUser) {
            return NEVER;
        }
        return pressure.isFull() ? NOW : dueNanos(user);
    }

    private long dueNanos(int asker) {
        return firstNanos + pressure.dueNanos(asker - firstUser);
    }

    @Override
    public int nextUser(long nowNanos) {
        return user++;
    }

    @Override
    public void answered(int asker, Reply reply) {
        if (windowOpen) {
            long since = pressure.isFull() ? reply.sentNanos() : dueNanos(asker);
            latencyNanos.recordValue(reply.doneNanos() - since);
        }
        if (subject.isRight(reply)) {
            right++;
        } else if (wrong++ == 0) {
            String body = reply.bodyText();
            wrongExample =
                    "HTTP "
                            + reply.status()
                            + " "
                            + body.substring(0, Math.min(EXAMPLE_MAX, body.length()));
        }
    }

    @Override
    public void unknown(int asker, long dueNanos, long sentNanos, long nowNanos, String cause) {
        unknown++;
    }

    void setWindowOpen(boolean open) {
        windowOpen = open;
    }

    /// Nobody asks any more. For any thread.
    void end() {
        endUser = 0;
    }

    /// The first user that has not asked. Like the rest below: to be read when the load has ended.
    int nextFreshUser() {
        return user;
    }

    Histogram latencyNanos() {
        return latencyNanos;
    }

    Counts counts() {
        return new Counts(right, wrong, unknown);
    }

    /// The first wrong answer; empty when there was none.
    String wrongExample() {
        return wrongExample;
    }
}
