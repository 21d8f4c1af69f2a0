package io.firstcome.drills;

import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;
import io.firstcome.verify.report.ReportOptions;

import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// Kills the database with `kill -9` in the middle of a drop and starts it again on the same data,
/// twice. The nodes stay; while it is away they answer that they can not issue, and then they issue
/// again.
final class SqlKillDatabase implements Drill {
    private static final int NODES = 3;
    private static final int KILLS = 2;
    private static final int SPREAD_MILLIS = 100;
    private static final int AWAY_MILLIS_MAX = 2_000;

    private final SharedDatabase database;
    private final Cluster cluster;

    SqlKillDatabase(Engine engine, SplittableRandom random) throws InterruptedException {
        database = new SharedDatabase(engine);
        cluster = Cluster.start(database.nodes(NODES), random);
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            long first = random.nextLong(1, SharedDrop.COUPONS / 2);
            long second = random.nextLong(SharedDrop.COUPONS / 2, SharedDrop.COUPONS * 3 / 4);
            AtomicInteger kills = new AtomicInteger();
            Fault killing =
                    over -> {
                        drop.awaitIssued(first, over);
                        killAndRestart(random, out, kills);
                        drop.awaitIssued(second, over);
                        killAndRestart(random, out, kills);
                    };
            Verify.Judge judge = history -> judge(history, kills.get());
            return killing.during(
                    () -> Verify.run(drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, judge));
        }
    }

    /// The fault is that somebody asked while there was no database, each time that it was killed.
    private static List<Finding> judge(History history, int kills) {
        long notDecided = Fault.notDecided(history);
        return Fault.judge(
                history,
                kills == KILLS && notDecided > 0,
                "killed %d times (of %d), %d asks that could not be decided"
                        .formatted(kills, KILLS, notDecided));
    }

    private void killAndRestart(RandomGenerator random, PrintStream out, AtomicInteger kills)
            throws InterruptedException {
        Thread.sleep(random.nextInt(SPREAD_MILLIS));
        database.server().kill();
        kills.incrementAndGet();
        Thread.sleep(random.nextInt(AWAY_MILLIS_MAX));
        database.server().restart();
        out.println("the database was killed and is there again");
    }

    @Override
    public void close() {
        cluster.close();
        database.close();
    }
}
