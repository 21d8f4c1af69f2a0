package io.firstcome.drills;

import io.firstcome.check.Verdict;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.report.ReportOptions;

import java.io.PrintStream;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;

/// Pauses, resumes and raises a campaign while a drop goes through three nodes, each change by one
/// of two of them. No node issues in a pause or over the limit of the time, and each raise is
/// issued to the last coupon.
final class SqlChangeCampaign implements Drill {
    private static final int NODES = 3;
    private static final long RAISE = SharedDrop.COUPONS / 3;

    /// Somebody still asks after the last change.
    private static final Shape SHAPE = Shape.PLAIN.withCoupons(RAISE).withAsks(4);

    private static final int PAUSE_MILLIS_MIN = 100;
    private static final int PAUSE_MILLIS_MAX = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SharedDatabase database;
    private final Cluster cluster;

    SqlChangeCampaign(Engine engine, SplittableRandom random) throws InterruptedException {
        database = new SharedDatabase(engine);
        cluster = Cluster.start(database.nodes(NODES), random);
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        ServerClock clock = ServerClock.measure(cluster.node(0).issueUrl(), PATIENCE);
        Changes changes = new Changes(clock, RAISE);
        try (SharedDrop drop = SharedDrop.announce(cluster, SHAPE, random);
                Operator one = new Operator(cluster.node(0), drop.campaign().id());
                Operator other = new Operator(cluster.node(1), drop.campaign().id())) {
            Fault changing =
                    over -> {
                        drop.awaitIssued(random.nextLong(1, RAISE), over);
                        pause(drop, changes, one, other, random);
                        raise(changes, one);
                        drop.awaitIssued(changes.limit(), over);
                        pause(drop, changes, other, one, random);
                        requireSoldOut(drop, changes, over);
                        raise(changes, other);
                    };
            return changing.during(() ->
                    Verify.run(
                            drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, changes::judge));
        }
    }

    /// What is issued when the pause is answered stays until its end.
    private static void pause(
            SharedDrop drop,
            Changes changes,
            Operator pausing,
            Operator resuming,
            RandomGenerator random)
            throws InterruptedException {
        long fromNanos = System.nanoTime();
        pausing.pause();
        long issued = drop.issued();
        Thread.sleep(random.nextInt(PAUSE_MILLIS_MIN, PAUSE_MILLIS_MAX));
        long later = drop.issued();
        resuming.resume();
        changes.paused(fromNanos, System.nanoTime());
        changes.require(
                later == issued, "%d coupons were issued in a pause".formatted(later - issued));
    }

    private static void requireSoldOut(SharedDrop drop, Changes changes, CountDownLatch over)
            throws InterruptedException {
        long issued = drop.issued();
        boolean isSo = issued == changes.limit() || over.getCount() == 0;
        changes.require(isSo, "%d of %d were issued".formatted(issued, changes.limit()));
    }

    private static void raise(Changes changes, Operator operator) throws InterruptedException {
        long limit = changes.limit() + RAISE;
        operator.raise(limit);
        changes.raised(limit);
    }

    @Override
    public void close() {
        cluster.close();
        database.close();
    }
}
