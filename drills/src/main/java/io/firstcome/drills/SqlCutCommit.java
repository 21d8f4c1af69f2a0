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
import java.util.random.RandomGenerator;

/// Cuts connections of one of three nodes to the database, each when a commit has gone out and is
/// not answered. The node has to find out what became of it; nobody may get a second coupon, and
/// none may be lost.
final class SqlCutCommit implements Drill {
    private final SharedDatabase database;
    private final CommitCutter cutter;
    private final Relay relay;
    private final Cluster cluster;

    SqlCutCommit(Engine engine, SplittableRandom random) throws InterruptedException {
        database = new SharedDatabase(engine);
        cutter = new CommitCutter(random.split());
        relay = Relay.watched(database.server().port(), cutter::watch);
        cluster =
                Cluster.start(
                        List.of(
                                database.node(Launcher.command(), relay.port()),
                                database.node(),
                                database.node()),
                        random);
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            int before = cutter.cuts();
            Fault cutting =
                    over -> {
                        cutter.arm();
                        drop.awaitIssued(SharedDrop.COUPONS, over);
                        cutter.disarm();
                    };
            Verify.Judge judge = history -> judge(history, before);
            return cutting.during(
                    () -> Verify.run(drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, judge));
        }
    }

    private List<Finding> judge(History history, int before) {
        int cuts = cutter.cuts() - before;
        return Fault.judge(history, cuts > 0, cuts + " commits without an answer");
    }

    @Override
    public void close() {
        cluster.close();
        relay.close();
        database.close();
    }
}
