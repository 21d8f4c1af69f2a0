package io.firstcome.verify;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.load.Manner;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.Traffic;
import io.firstcome.verify.profile.Profile.ClosedLoop;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/// The crowd of a drop: all asks of a plan, and again those whose request was lost or not tried.
final class DropTraffic implements Traffic {
    private static final long NOT_YET_PAUSE_NANOS = 1_000_000;
    private static final long TROUBLE_PAUSE_NANOS = 100_000_000;

    private record Retry(int user, long dueNanos) {}

    private final Plan plan;
    private final Habits habits;
    private final boolean asksUntilOpening;
    private final Recorder recorder;
    private final long openNanos;
    private final long patienceNanos;
    private final PriorityQueue<Retry> retries =
            new PriorityQueue<>(Comparator.comparingLong(Retry::dueNanos));
    private final long[] troubledSince;
    private int next;
    private Manner manner = Manner.PLAIN;

    /// @param openNanos the opening, as a `System.nanoTime()`
    /// @param patience for how long a user who is in trouble asks again
    DropTraffic(Crowd crowd, Plan plan, Recorder recorder, long openNanos, Duration patience) {
        this.plan = plan;
        this.recorder = recorder;
        this.openNanos = openNanos;
        habits = new Habits(crowd);
        asksUntilOpening = crowd.conduct().profile() instanceof ClosedLoop;
        patienceNanos = patience.toNanos();
        troubledSince = new long[crowd.users()];
    }

    @Override
    public long nextDueNanos() {
        Retry retry = retries.peek();
        long planned = plannedNanos();
        return retry == null ? planned : Math.min(planned, retry.dueNanos());
    }

    private long plannedNanos() {
        return next < plan.size() ? plan.dueNanos(next) : NEVER;
    }

    @Override
    public int nextUser(long nowNanos) {
        long planned = plannedNanos();
        Retry retry = retries.peek();
        if (retry != null && retry.dueNanos() <= (planned == NOW ? nowNanos : planned)) {
            retries.remove();
            manner = mannerAgain(retry.user());
            return retry.user();
        }
        int user = plan.user(next++);
        manner = habits.manner(user);
        return user;
    }

    /// Who vanished stays this time.
    private Manner mannerAgain(int user) {
        Manner usual = habits.manner(user);
        return usual == Manner.VANISHING ? Manner.PLAIN : usual;
    }

    @Override
    public Manner manner() {
        return manner;
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
            case SOLD_OUT, ENDED, PAUSED, NOT_FOUND, ALREADY_ISSUED -> settled(user);
            case NOT_ATTEMPTED -> troubled(user, reply.doneNanos(), TROUBLE_PAUSE_NANOS);
            case NOT_STARTED -> notStarted(user, reply);
        }
    }

    private void notStarted(int user, Reply reply) {
        if (reply.sentNanos() >= openNanos) {
            troubled(user, reply.doneNanos(), NOT_YET_PAUSE_NANOS);
        } else if (asksUntilOpening) {
            retries.add(new Retry(user, NOW));
        }
    }

    @Override
    public void unknown(int user, long dueNanos, long sentNanos, long nowNanos, String cause) {
        recorder.unknown(user, dueNanos, sentNanos, nowNanos, cause);
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
