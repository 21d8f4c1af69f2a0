package io.firstcome.drills;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Cuts connections to a database of which a commit has gone to it, and its answer has not come
/// back. Some of them, by chance, and none while it is not armed.
///
/// MariaDB is sent the word COMMIT each time; PostgreSQL is not, where the statement is prepared,
/// but answers with it.
final class CommitCutter {
    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.US_ASCII);

    /// One commit in so many.
    private static final int CUT_ONE_IN = 8;

    private final RandomGenerator random;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean isArmed;

    CommitCutter(RandomGenerator random) {
        this.random = random;
    }

    void arm() {
        isArmed = true;
    }

    void disarm() {
        isArmed = false;
    }

    /// How many it has cut.
    int cuts() {
        return cuts.get();
    }

    /// Watches another connection.
    Relay.Watch watch() {
        return new OnConnection();
    }

    private synchronized boolean isDue() {
        return isArmed && random.nextInt(CUT_ONE_IN) == 0;
    }

    /// What it knows of one connection.
    private final class OnConnection implements Relay.Watch {
        private volatile boolean isCommitting;

        @Override
        public void asked(byte[] bytes, int length) {
            isCommitting = saysCommit(bytes, length);
        }

        @Override
        public boolean isAnswered(byte[] bytes, int length) {
            if (!isCommitting && !saysCommit(bytes, length)) {
                return true;
            }
            isCommitting = false;
            if (isDue()) {
                cuts.incrementAndGet();
                return false;
            }
            return true;
        }
    }

    private static boolean saysCommit(byte[] bytes, int length) {
        for (int at = 0; at + COMMIT.length <= length; at++) {
            if (Arrays.equals(bytes, at, at + COMMIT.length, COMMIT, 0, COMMIT.length)) {
                return true;
            }
        }
        return false;
    }
}
