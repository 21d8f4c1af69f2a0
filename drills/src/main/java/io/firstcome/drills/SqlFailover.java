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

    /// Until the standby is told to take over.
    private static final int UNNOTICED_MILLIS_MAX = 2_000;

    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(30);
    private static final int LOOKS_APART_MILLIS = 20;

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
        awaitReady();
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN, random)) {
            long moment = random.nextLong(1, LAST_MOMENT);
            int unnoticedMillis = random.nextInt(UNNOTICED_MILLIS_MAX);
            CompletableFuture<Duration> recovery = new CompletableFuture<>();
            Fault failing =
                    over -> {
                        drop.awaitIssued(moment, over);
                        pair.primary().kill();
                        Thread.sleep(unnoticedMillis);
                        pair.promote();
                        recovery.complete(awaitReady());
                        out.println("the primary was killed, and its standby has taken over");
                    };
            Verify.Judge judge = history -> judge(history, recovery);
            return failing.during(
                    () -> Verify.run(drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, judge));
        }
    }

    /// How long it took until all nodes were ready, or the limit.
    private Duration awaitReady() throws InterruptedException {
        long startNanos = System.nanoTime();
        Duration waited = Duration.ZERO;
        while (!cluster.isReady() && waited.compareTo(RECOVERY_LIMIT) < 0) {
            Thread.sleep(LOOKS_APART_MILLIS);
            waited = Duration.ofNanos(System.nanoTime() - startNanos);
        }
        return waited;
    }

    private static List<Finding> judge(History history, CompletableFuture<Duration> recovery) {
        Duration took =
                recovery.completeOnTimeout(
                                RECOVERY_LIMIT, RECOVERY_LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join();
        long notDecided = Fault.notDecided(history);
        List<Finding> findings =
                Fault.judge(
                        history, notDecided > 0, notDecided + " asks that could not be decided");
        findings.add(
                new Finding(
                        "Nodes recover by themselves",
                        took.compareTo(RECOVERY_LIMIT) < 0 ? Result.PASS : Result.FAIL,
                        "all ready %d ms after the promotion".formatted(took.toMillis())));
        return findings;
    }

    @Override
    public void close() {
        cluster.close();
        pair.close();
    }
}
