package io.firstcome.drills;

import io.firstcome.check.Verdict;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;

import java.io.PrintStream;
import java.util.random.RandomGenerator;

/// Kills the database with `kill -9` in the middle of a drop and starts it again on the same data,
/// twice. The nodes stay; while it is away they answer that they can not issue, and then they issue
/// again.
final class SqlKillDatabase implements Drill {
    private static final int NODES = 3;
    private static final int SPREAD_MILLIS = 100;
    private static final int AWAY_MILLIS_MAX = 2_000;

    private final SharedDatabase database;
    private final Cluster cluster;

    SqlKillDatabase(Engine engine) throws InterruptedException {
        database = new SharedDatabase(engine);
        cluster = Cluster.start(database.nodes(NODES));
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            long first = random.nextLong(1, SharedDrop.COUPONS / 2);
            long second = random.nextLong(SharedDrop.COUPONS / 2, SharedDrop.COUPONS * 3 / 4);
            Fault killing =
                    over -> {
                        drop.awaitIssued(first, over);
                        killAndRestart(random, out);
                        drop.awaitIssued(second, over);
                        killAndRestart(random, out);
                    };
            return killing.during(() -> Verify.run(drop.options(), out));
        }
    }

    private void killAndRestart(RandomGenerator random, PrintStream out)
            throws InterruptedException {
        Thread.sleep(random.nextInt(SPREAD_MILLIS));
        database.server().kill();
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
