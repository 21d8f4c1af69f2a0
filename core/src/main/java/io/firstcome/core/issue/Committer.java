package io.firstcome.core.issue;

import io.firstcome.core.issue.IssueOutcome.NotAttempted;
import io.firstcome.core.issue.IssueOutcome.Overloaded;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.time.NanoClock;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The one writer: takes what waits in the campaigns' queues, has the ledger decide it in one
/// durable act, then answers all of it. While an act runs the next round gathers by itself.
///
/// It runs on one platform thread, [#run], until [#stop] and everything admitted is answered.
public final class Committer implements Runnable {
    /// How long nobody must have asked before the ledger does its quiet work.
    private static final long QUIET_MILLIS = 200;

    private final Ledger ledger;
    private final Limits limits;
    private final NanoClock clock;
    private final IssueObserver observer;
    private final Answers answers;
    private final BlockingQueue<LiveCampaign> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean isStopping;

    public Committer(
            Ledger ledger, Board board, Limits limits, NanoClock clock, IssueObserver observer) {
        this.ledger = ledger;
        this.limits = limits;
        this.clock = clock;
        this.observer = observer;
        this.answers = new Answers(board, ledger, observer);
    }

    /// Admits a request to its campaign's queue, or answers at once that it was not attempted.
    void submit(LiveCampaign live, IssueRequest request) {
        int others = waiting.getAndIncrement();
        if (isStopping || !ledger.isHealthy()) {
            turnAway(request, new Unavailable());
        } else if (others >= limits.waitingMax()) {
            turnAway(request, new Overloaded());
        } else {
            switch (live.sequencer().offer(request)) {
                case QUEUED -> {}
                case QUEUED_FIRST -> ready.add(live);
                case FULL -> turnAway(request, new Overloaded());
            }
        }
    }

    private void turnAway(IssueRequest request, NotAttempted outcome) {
        waiting.getAndDecrement();
        request.answer().accept(outcome);
    }

    /// How many requests are admitted and not yet answered.
    public int waiting() {
        return waiting.get();
    }

    /// Admits nothing more. [#run] returns when everything admitted is answered.
    public void stop() {
        isStopping = true;
    }

    @Override
    public void run() {
        while (!isStopping || waiting.get() > 0) {
            LiveCampaign first = next();
            if (first != null) {
                commit(gather(first));
            } else if (!isStopping) {
                doQuietWork();
            }
        }
    }

    private @Nullable LiveCampaign next() {
        try {
            return ready.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only stop() ends the committer: what is admitted has to be answered.
            return null;
        }
    }

    private void doQuietWork() {
        try {
            boolean isMoreLeft = true;
            while (isMoreLeft && ready.isEmpty() && !isStopping) {
                isMoreLeft = ledger.doQuietWork();
            }
        } catch (RuntimeException e) {
            observer.failed(e);
        }
    }

    /// Takes what waits now. Queues that fill up meanwhile are for the next round, so that no
    /// campaign stands in a round twice. Campaigns that found no room come before those that did,
    /// so that none waits for ever.
    private Round gather(LiveCampaign first) {
        List<LiveCampaign> lanes = new ArrayList<>();
        lanes.add(first);
        ready.drainTo(lanes);
        Round round = new Round();
        List<LiveCampaign> unfinished = new ArrayList<>();
        for (LiveCampaign live : lanes) {
            int room = Math.min(limits.batchMax(), limits.roundMax() - round.size());
            if (room == 0) {
                ready.add(live);
            } else if (round.take(live, room)) {
                unfinished.add(live);
            }
        }
        ready.addAll(unfinished);
        return round;
    }

    private void commit(Round round) {
        int admitted = round.size();
        long begunNanos = clock.nanos();
        long waitNanos = round.longestWaitNanos(begunNanos);
        try {
            round.expire(begunNanos);
            decide(round);
        } catch (RuntimeException e) {
            // Somebody's answer failed where it must not: that may not end the answering of all
            // others.
            observer.failed(e);
        } finally {
            waiting.addAndGet(-admitted);
        }
        observer.committed(admitted, waitNanos, clock.nanos() - begunNanos);
    }

    private void decide(Round round) {
        List<BatchOutcome> outcomes;
        try {
            outcomes = round.isEmpty() ? List.of() : ledger.issueDurably(round.batches());
        } catch (RuntimeException e) {
            observer.failed(e);
            round.answerAll(isNotAttempted(e) ? new Unavailable() : new Unknown());
            return;
        }
        answers.answer(round, outcomes);
    }

    private static boolean isNotAttempted(RuntimeException e) {
        return e instanceof LedgerException failure && failure.isNotAttempted();
    }
}
