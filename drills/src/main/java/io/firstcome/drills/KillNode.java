package io.firstcome.drills;

import io.firstcome.check.Campaign;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.report.ReportOptions;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

    /// Before the opening.
    private static final Duration EARLIEST = Duration.ofMillis(50);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int KILL_SPREAD_MILLIS = 400;

    private final FirstcomeNode node = FirstcomeNode.start(Launcher.command());

    KillNode() throws InterruptedException {}

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        Campaign campaign = announce();
        Crowd crowd = new Crowd(USERS, ASKS, CONNECTIONS, random.nextLong());
        Target target = new Target(node.adminUrl(), node.issueUrl(), campaign.id());
        VerifyOptions options = new VerifyOptions(target, crowd, COUPONS, LEAD, PATIENCE);
        AtomicInteger kills = new AtomicInteger();
        Fault killing = over -> killAndRestart(campaign, random, over, kills);
        Verify.Judge judge = history -> judge(history, kills.get());
        return killing.during(
                () -> Verify.run(options, ReportOptions.TEXT_ONLY, out, _ -> {}, judge));
    }

    private Campaign announce() throws InterruptedException {
        try (CampaignApi api = new CampaignApi(node.adminUrl(), PATIENCE)) {
            return api.create("drill", COUPONS, InstantSource.system().instant().plus(LEAD));
        }
    }

    /// The second time may be after the drop, as the random instants go.
    private static List<Finding> judge(History history, int kills) {
        return Fault.judge(history, kills > 0, "killed %d times in the drop".formatted(kills));
    }

    /// @param kills counts those in the drop
    private void killAndRestart(
            Campaign campaign, RandomGenerator random, CountDownLatch over, AtomicInteger kills)
            throws InterruptedException {
        Instant first = campaign.start().minus(EARLIEST);
        Thread.sleep(Duration.between(InstantSource.system().instant(), first));
        for (int i = 0; i < KILLS; i++) {
            Thread.sleep(random.nextInt(KILL_SPREAD_MILLIS));
            if (over.getCount() > 0) {
                kills.incrementAndGet();
            }
            node.kill();
            node.restart();
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
