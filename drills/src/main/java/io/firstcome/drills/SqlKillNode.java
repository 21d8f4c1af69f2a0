package io.firstcome.drills;

import io.firstcome.check.Verdict;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;
import io.firstcome.verify.report.ReportOptions;

import java.io.PrintStream;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Kills nodes with `kill -9` while a drop goes through three of them, and starts them again. What
/// a dead node answered has to be there, what it left undone has to be issued by the others.
final class SqlKillNode implements Drill {
    private static final int NODES = 3;

    private final SharedDatabase database;
    private final Cluster cluster;

    SqlKillNode(Engine engine, SplittableRandom random) throws InterruptedException {
        database = new SharedDatabase(engine);
        cluster = Cluster.start(database.nodes(NODES), random);
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            NodeKills kills = new NodeKills(cluster, NODES, random, out);
            Verify.Judge judge =
                    history ->
                            Fault.judge(
                                    history, kills.count() > 0, kills.count() + " nodes killed");
            return kills.during(
                    () -> Verify.run(drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, judge));
        }
    }

    @Override
    public void close() {
        cluster.close();
        database.close();
    }
}
