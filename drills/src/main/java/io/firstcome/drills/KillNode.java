package io.firstcome.drills;

import io.firstcome.check.Verdict;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.JavaCommand;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;

/// Kills the one server with `kill -9`, twice in each drop, at instants from shortly before the
/// opening to after the sell-out, and starts it again on the same data. Everything the dead process
/// answered has to be there, and the campaign has to fill up to exactly its limit. How late the
/// first coupon was is told and not judged: at its time the server may be dead.
final class KillNode implements Drill {
    /// Enough that the drop is still under way when the server dies.
    private static final int COUPONS = 10_000;

    private static final int USERS = 20_000;
    private static final int ASKS = 2;
    private static final int CONNECTIONS = 64;
    private static final int KILLS = 2;
    private static final Duration LEAD = Duration.ofMillis(1_500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int KILL_SPREAD_MILLIS = 400;

    private final FirstcomeNode node =
            FirstcomeNode.start(JavaCommand.of(FirstcomeNode.MAIN_CLASS));

    KillNode() throws InterruptedException {}

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        FutureTask<Void> faults = new FutureTask<>(() -> killAndRestart(random), null);
        Thread.ofPlatform().name("faults").start(faults);
        Crowd crowd = new Crowd(USERS, ASKS, CONNECTIONS, random.nextLong());
        Target target = new Target(node.adminUrl(), node.issueUrl(), null);
        Verdict verdict =
                Verify.run(new VerifyOptions(target, crowd, COUPONS, LEAD, PATIENCE), out);
        join(faults);
        return verdict;
    }

    private void killAndRestart(RandomGenerator random) {
        try {
            Thread.sleep(LEAD);
            for (int i = 0; i < KILLS; i++) {
                Thread.sleep(random.nextInt(KILL_SPREAD_MILLIS));
                node.kill();
                node.restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(FutureTask<Void> faults) throws InterruptedException {
        try {
            faults.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the server did not start again", e.getCause());
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
