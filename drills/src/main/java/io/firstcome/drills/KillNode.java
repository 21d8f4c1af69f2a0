package io.firstcome.drills;

import io.firstcome.check.Verdict;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.PrintStream;
import java.time.Duration;
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

    /// The opening is known, and the first ask sent, before the server dies; even where everything
    /// is cold.
    private static final Duration LEAD = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int KILL_SPREAD_MILLIS = 400;

    private final FirstcomeNode node = FirstcomeNode.start(Launcher.command());

    KillNode() throws InterruptedException {}

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        Crowd crowd = new Crowd(USERS, ASKS, CONNECTIONS, random.nextLong());
        Target target = new Target(node.adminUrl(), node.issueUrl(), null);
        VerifyOptions options = new VerifyOptions(target, crowd, COUPONS, LEAD, PATIENCE);
        Fault killing = _ -> killAndRestart(random);
        return killing.during(() -> Verify.run(options, out));
    }

    private void killAndRestart(RandomGenerator random) throws InterruptedException {
        Thread.sleep(LEAD);
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(random.nextInt(KILL_SPREAD_MILLIS));
            node.kill();
            node.restart();
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
