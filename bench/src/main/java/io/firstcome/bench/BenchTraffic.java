package io.firstcome.bench;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.Traffic;

import org.HdrHistogram.Histogram;

/// Requests without a pause, each of a user who never asked before. Latencies are kept only while
/// the window is open.
final class BenchTraffic implements Traffic {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int EXAMPLE_MAX = 200;

    private final Subject subject;
    private final Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);
    private volatile boolean windowOpen;
    private int user;
    private long right;
    private long wrong;
    private long unknown;
    private String wrongExample = "";

    BenchTraffic(Subject subject, int firstUser) {
        this.subject = subject;
        user = firstUser;
    }

    @Override
    public long nextDueNanos() {
        return NOW;
    }

    @Override
    public int nextUser(long nowNanos) {
        return user++;
    }

    @Override
    public void answered(int asker, Reply reply) {
        if (windowOpen) {
            latencyNanos.recordValue(reply.doneNanos() - reply.sentNanos());
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
    public void unknown(int asker, long sentNanos, long nowNanos, String cause) {
        unknown++;
    }

    void setWindowOpen(boolean open) {
        windowOpen = open;
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
