package io.firstcome.core.issue;

import io.firstcome.core.issue.IssueOutcome.NotAttempted;
import io.firstcome.core.issue.IssueOutcome.Overloaded;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.time.NanoClock;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The one writer: takes what waits in the campaigns' queues, has the ledger decide it in one
/// durable act, then answers all of it. While an act runs the next round gathers by itself.
///
/// It runs on one platform thread, [#run], until [#stop] and everything admitted is answered. What
/// the ledger or an answer throws concerns the requests it is about; anything else is a fault of
/// the committer, after which it turns everybody away.
public final class Committer implements Runnable {
    /// How long nobody must have asked before the ledger does its quiet work.
    private static final long QUIET_MILLIS = 50;

    /// So long before a campaign starts there is no more quiet work, as whoever asks first would
    /// wait for its end. The ledger rehearses instead, with pauses, and then rests.
    private static final long REHEARSAL_MICROS = 100_000;

    private static final long REHEARSAL_PAUSE_MILLIS = 5;
    private static final long REST_MICROS = 3_000;

    private final Ledger ledger;
    private final Board board;
    private final Limits limits;
    private final NanoClock clock;
    private final IssueObserver observer;
    private final Answers answers;
    private final BlockingQueue<LiveCampaign> ready = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean isStopping;
    private volatile boolean isFailed;
    private boolean isStartNear;

    public Committer(
            Ledger ledger, Board board, Limits limits, NanoClock clock, IssueObserver observer) {
        this.ledger = ledger;
        this.board = board;
        this.limits = limits;
        this.clock = clock;
        this.observer = observer;
        this.answers = new Answers(board, ledger, observer);
    }

    /// Admits a request to its campaign's queue, or answers at once that it was not attempted.
    void submit(LiveCampaign live, IssueRequest request) {
        int others = waiting.getAndIncrement();
        if (isStopping || !isHealthy()) {
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

    /// Whether requests are decided. Once false, it stays false until a restart.
    public boolean isHealthy() {
        return !isFailed && ledger.isHealthy();
    }

    /// Admits nothing more. [#run] returns when everything admitted is answered.
    public void stop() {
        isStopping = true;
    }

    @Override
    public void run() {
        while (isAtWork() || waiting.get() > 0) {
            try {
                work();
            } catch (Throwable e) {
                isFailed = true;
                report(e);
            }
        }
    }

    private boolean isAtWork() {
        return !isStopping && !isFailed;
    }

    private void work() {
        LiveCampaign first = next();
        if (first != null) {
            commit(first);
        } else if (isAtWork()) {
            useQuiet();
        }
    }

    private @Nullable LiveCampaign next() {
        try {
            return ready.poll(
                    isStartNear ? REHEARSAL_PAUSE_MILLIS : QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Only stop() ends the committer: what is admitted has to be answered.
            return null;
        }
    }

    private void useQuiet() {
        try {
            long toStart = microsToNextStart();
            isStartNear = toStart <= REHEARSAL_MICROS;
            if (!isStartNear) {
                doQuietWork();
            } else if (toStart > REST_MICROS) {
                ledger.rehearse();
            }
        } catch (Throwable e) {
            report(e);
        }
    }

    private void doQuietWork() {
        boolean isMoreLeft = true;
        while (isMoreLeft
                && ready.isEmpty()
                && isAtWork()
                && microsToNextStart() > REHEARSAL_MICROS) {
            isMoreLeft = ledger.doQuietWork();
        }
    }

    private long microsToNextStart() {
        return board.microsToNextStart(ledger.clock().nowMicros());
    }

    private void commit(LiveCampaign first) {
        Round round = new Round(this::report);
        boolean isDecided = false;
        try {
            gather(first, round);
            if (!isFailed) {
                round.begin(clock.nanos());
                isDecided = decide(round);
            }
        } finally {
            // Whoever is not answered by now was not attempted.
            round.answerRest(new Unavailable());
            waiting.addAndGet(-round.size());
        }
        if (isDecided && !isFailed) {
            tellCommitted(round);
        }
    }

    /// Takes what waits now. Queues that fill up meanwhile are for the next round, so that no
    /// campaign stands in a round twice. Campaigns that find no room stay before those that did, so
    /// that none waits for ever.
    private void gather(LiveCampaign first, Round round) {
        int others = ready.size();
        take(first, round);
        for (int i = 0; i < others && round.size() < limits.roundMax(); i++) {
            take(ready.remove(), round);
        }
    }

    private void take(LiveCampaign live, Round round) {
        int room = Math.min(limits.batchMax(), limits.roundMax() - round.size());
        if (round.take(live, room)) {
            ready.add(live);
        }
    }

    /// Answers the round; returns whether a durable act decided it.
    private boolean decide(Round round) {
        if (round.lanes().isEmpty()) {
            return false;
        }
        try {
            answers.answer(round, ledger.issueDurably(round.batches()));
            return true;
        } catch (Throwable e) {
            report(e);
            round.answerRest(isNotAttempted(e) ? new Unavailable() : new Unknown());
            return false;
        }
    }

    private static boolean isNotAttempted(Throwable e) {
        return e instanceof LedgerException failure && failure.isNotAttempted();
    }

    private void tellCommitted(Round round) {
        long commitNanos = clock.nanos() - round.begunNanos();
        observer.committed(round.sizeToDecide(), round.longestWaitNanos(), commitNanos);
    }

    private void report(Throwable failure) {
        try {
            observer.failed(failure);
        } catch (Throwable e) {
            // Nobody can be told; that the committer is not healthy any more shows it.
            isFailed = true;
        }
    }
}
