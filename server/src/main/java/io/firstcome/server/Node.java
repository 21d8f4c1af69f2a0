package io.firstcome.server;

import io.firstcome.core.issue.Board;
import io.firstcome.core.issue.Campaigns;
import io.firstcome.core.issue.Committer;
import io.firstcome.core.issue.Issuer;
import io.firstcome.core.issue.Limits;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.time.NanoClock;
import io.firstcome.server.ops.Metrics;
import io.firstcome.server.place.Placement;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The core at work on a ledger: board, committer on its thread, pool for calls that block. It has
/// no network.
public final class Node implements AutoCloseable {
    private static final int BLOCKING_THREADS = 4;
    private static final int BLOCKING_WAITING_MAX = 256;

    private final Ledger ledger;
    private final Board board;
    private final Campaigns campaigns;
    private final Committer committer;
    private final Issuer issuer;
    private final Metrics metrics;
    private final NanoClock clock = System::nanoTime;
    private final ThreadPoolExecutor pool;
    private final Thread committerThread;

    /// Puts the ledger's campaigns on the board and begins to decide. The ledger is closed with the
    /// node.
    public Node(Ledger ledger, Limits limits, int campaignsMax) {
        this.ledger = ledger;
        this.metrics = new Metrics();
        this.board = new Board(limits);
        this.campaigns = new Campaigns(ledger, board, campaignsMax);
        this.committer = new Committer(ledger, board, limits, clock, metrics);
        this.pool = pool("calls-", BLOCKING_THREADS, BLOCKING_WAITING_MAX);
        this.issuer = new Issuer(board, committer, ledger, limits, pool);
        campaigns.load();
        metrics.gauge(
                "firstcome.queue.depth", "Requests that wait or are decided.", committer::waiting);
        metrics.gauge("firstcome.campaigns", "Campaigns on the board.", board::size);
        this.committerThread = Thread.ofPlatform().name("committer").start(committer);
    }

    /// Threads that end when there is nothing to do, and a queue before them.
    ///
    /// @param name what the threads' names begin with
    public static ThreadPoolExecutor pool(String name, int threads, int waitingMax) {
        ThreadFactory named = Thread.ofPlatform().name(name, 0).factory();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(waitingMax),
                        task -> named.newThread(() -> runAnywhere(task)));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /// A pool's threads are started by event loops, too.
    private static void runAnywhere(Runnable task) {
        Placement.leave();
        task.run();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Board board() {
        return board;
    }

    public Campaigns campaigns() {
        return campaigns;
    }

    public Issuer issuer() {
        return issuer;
    }

    public Metrics metrics() {
        return metrics;
    }

    /// The clock of requests' deadlines.
    public NanoClock clock() {
        return clock;
    }

    /// Where what blocks runs; rejects what is too much.
    public Executor pool() {
        return pool;
    }

    public BlockingCalls blockingCalls() {
        return new BlockingCalls(pool, clock);
    }

    /// The thread on which is decided.
    Thread committerThread() {
        return committerThread;
    }

    /// How long it is to the next start of a campaign; [Long#MAX_VALUE] when none is to start.
    long microsToNextStart() {
        return board.microsToNextStart(ledger.clock().nowMicros());
    }

    /// Whether coupons can be issued.
    public boolean isHealthy() {
        return committer.isHealthy();
    }

    /// Answers what was admitted, admits nothing more, and closes the ledger.
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }

    /// As [#close()], waiting for `timeout` at the most, if it is above zero, before the ledger is
    /// closed.
    public void close(Duration timeout) {
        long beganNanos = System.nanoTime();
        committer.stop();
        pool.shutdown();
        try {
            committerThread.join(timeout);
            Duration left = timeout.minusNanos(System.nanoTime() - beganNanos);
            pool.awaitTermination(TimeUnit.NANOSECONDS.convert(left), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
    }
}
