package io.firstcome.drills;

import io.firstcome.check.Verdict;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Kills one of three nodes with `kill -9`, again and again while a drop goes through all of them,
/// and starts it again. What a dead node answered has to be there, what it left undone has to be
/// issued by the others.
final class SqlKillNode implements Drill {
    private static final int NODES = 3;
    private static final int KILLS_APART_MILLIS = 2_000;
    private static final int SPREAD_MILLIS = 1_000;

    private final SharedDatabase database;
    private final Cluster cluster;

    SqlKillNode(Engine engine) throws InterruptedException {
        database = new SharedDatabase(engine);
        cluster = Cluster.start(database.nodes(NODES));
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            Fault killing = over -> killAndRestart(over, random, out);
            return killing.during(() -> Verify.run(drop.options(), out));
        }
    }

    private void killAndRestart(CountDownLatch over, RandomGenerator random, PrintStream out)
            throws InterruptedException {
        Thread.sleep(SharedDrop.LEAD.plusMillis(random.nextInt(-SPREAD_MILLIS, SPREAD_MILLIS)));
        do {
            int number = random.nextInt(NODES);
            FirstcomeNode node = cluster.node(number);
            node.kill();
            node.restart();
            out.printf("node %d was killed and is there again%n", number + 1);
        } while (!over.await(KILLS_APART_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        cluster.close();
        database.close();
    }
}
