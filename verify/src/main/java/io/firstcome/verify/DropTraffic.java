package io.firstcome.verify;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.Traffic;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The crowd of a drop: early birds spread evenly up to the opening, everybody at once from it on,
/// and again those whose request was lost or not tried.
final class DropTraffic implements Traffic {
    private static final long NOT_YET_PAUSE_NANOS = 1_000_000;
    private static final long TROUBLE_PAUSE_NANOS = 100_000_000;

    private record Retry(int user, long dueNanos) {}

    private final AskOrder order;
    private final Recorder recorder;
    private final long firstNanos;
    private final long openNanos;
    private final long patienceNanos;
    private final PriorityQueue<Retry> retries =
            new PriorityQueue<>(Comparator.comparingLong(Retry::dueNanos));
    private final long[] troubledSince;
    private int next;

    /// @param openNanos the opening, as a `System.nanoTime()`; asking begins now
    /// @param patience for how long a user who is in trouble asks again
    DropTraffic(Crowd crowd, AskOrder order, Recorder recorder, long openNanos, Duration patience) {
        this.order = order;
        this.recorder = recorder;
        this.openNanos = openNanos;
        firstNanos = System.nanoTime();
        patienceNanos = patience.toNanos();
        troubledSince = new long[crowd.users()];
    }

    @Override
    public long nextDueNanos() {
        Retry retry = retries.peek();
        long scheduled = scheduledNanos();
        return retry == null ? scheduled : Math.min(scheduled, retry.dueNanos());
    }

    private long scheduledNanos() {
        if (next >= order.size()) {
            return NEVER;
        }
        if (next >= order.early()) {
            return openNanos;
        }
        return firstNanos + (openNanos - firstNanos) / order.early() * next;
    }

    @Override
    public int nextUser() {
        Retry retry = retries.peek();
        if (retry != null && retry.dueNanos() <= scheduledNanos()) {
            return retries.remove().user();
        }
        return order.user(next++);
    }

    @Override
    public void answered(int user, Reply reply) {
        Outcome outcome = recorder.answered(user, reply);
        switch (outcome) {
            case Issued _, Unexpected _ -> settled(user);
            case Unknown _ -> troubled(user, reply.doneNanos(), TROUBLE_PAUSE_NANOS);
            case Refused(Refusal refusal) -> refused(user, reply, refusal);
        }
    }

    private void refused(int user, Reply reply, Refusal refusal) {
        switch (refusal) {
            case SOLD_OUT, ENDED, PAUSED, NOT_FOUND -> settled(user);
            case NOT_ATTEMPTED -> troubled(user, reply.doneNanos(), TROUBLE_PAUSE_NANOS);
            case NOT_STARTED -> {
                if (reply.sentNanos() >= openNanos) {
                    troubled(user, reply.doneNanos(), NOT_YET_PAUSE_NANOS);
                }
            }
        }
    }

    @Override
    public void unknown(int user, long sentNanos, long nowNanos, String cause) {
        recorder.unknown(user, sentNanos, nowNanos, cause);
        troubled(user, nowNanos, TROUBLE_PAUSE_NANOS);
    }

    private void settled(int user) {
        troubledSince[user] = 0;
    }

    private void troubled(int user, long nowNanos, long pauseNanos) {
        if (troubledSince[user] == 0) {
            troubledSince[user] = nowNanos;
        }
        if (nowNanos - troubledSince[user] < patienceNanos) {
            retries.add(new Retry(user, nowNanos + pauseNanos));
        }
    }
}
