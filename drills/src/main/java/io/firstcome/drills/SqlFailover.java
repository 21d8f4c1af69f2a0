package io.firstcome.drills;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.databases.PostgresPair;
import io.firstcome.drills.SharedDatabase.NodeStart;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;
import io.firstcome.verify.report.ReportOptions;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Kills the primary of three nodes with `kill -9` in the middle of a drop; its synchronous standby
/// takes over, and it stays away. Every coupon that was told has to be on the standby, and the
/// nodes have to find it without a restart.
final class SqlFailover implements Drill {
    private static final int NODES = 3;
    private static final long LAST_MOMENT = SharedDrop.COUPONS * 3 / 4;

    /// From when all nodes have noticed until the standby is told to take over.
    private static final int AWAY_MILLIS_MAX = 2_000;

    private static final Duration NOTICE_LIMIT = Duration.ofSeconds(10);
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(30);

    /// What came of a failover.
    ///
    /// @param killed the end of the old primary: what is issued later the new one has
    /// @param took until all nodes were ready after the promotion
    private record Recovery(Instant killed, Duration took) {
        static final Recovery NONE = new Recovery(Instant.MAX, RECOVERY_LIMIT);

        Finding judge(History history) {
            long issued =
                    history.after().coupons().stream()
                            .filter(coupon -> coupon.issuedAt().isAfter(killed))
                            .count();
            boolean isReady = took.compareTo(RECOVERY_LIMIT) < 0;
            return new Finding(
                    "Nodes recover by themselves",
                    isReady && issued > 0 ? Result.PASS : Result.FAIL,
                    "%s %d ms after the promotion, %d coupons issued by the new primary"
                            .formatted(
                                    isReady ? "all ready" : "not all ready",
                                    took.toMillis(),
                                    issued));
        }
    }

    private final PostgresPair pair = PostgresPair.start();
    private final Cluster cluster;

    SqlFailover(SplittableRandom random) throws InterruptedException {
        NodeStart start =
                NodeStart.on(pair.primary(), Launcher.command(), pair.url(SharedDatabase.NAME));
        cluster = Cluster.start(Collections.nCopies(NODES, start), random);
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        pair.ensureStandby();
        cluster.awaitReady(RECOVERY_LIMIT);
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            long moment = random.nextLong(1, LAST_MOMENT);
            int awayMillis = random.nextInt(AWAY_MILLIS_MAX);
            CompletableFuture<Recovery> recovery = new CompletableFuture<>();
            Fault failing =
                    over -> {
                        drop.awaitIssued(moment, over);
                        recovery.complete(failOver(awayMillis));
                        out.println("the primary was killed, and its standby has taken over");
                    };
            Verify.Judge judge = history -> judge(history, recovery);
            return failing.during(
                    () -> Verify.run(drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, judge));
        }
    }

    /// A node that is ready after none was has found the new primary: there is no other.
    private Recovery failOver(int awayMillis) throws InterruptedException {
        pair.primary().kill();
        Instant killed = InstantSource.system().instant();
        cluster.awaitNotReady(NOTICE_LIMIT);
        Thread.sleep(awayMillis);
        pair.promote();
        return new Recovery(killed, cluster.awaitReady(RECOVERY_LIMIT));
    }

    private static List<Finding> judge(History history, CompletableFuture<Recovery> recovery) {
        Recovery seen =
                recovery.completeOnTimeout(
                                Recovery.NONE, RECOVERY_LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
        long notDecided = Fault.notDecided(history);
        List<Finding> findings =
                Fault.judge(
                        history, notDecided > 0, notDecided + " asks that could not be decided");
        findings.add(seen.judge(history));
        return findings;
    }

    @Override
    public void close() {
        cluster.close();
        pair.close();
    }
}
