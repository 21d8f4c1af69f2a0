package io.firstcome.drills;

import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.drills.SharedDatabase.NodeStart;
import io.firstcome.drills.SharedDrop.Shape;
import io.firstcome.verify.Verify;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.report.ReportOptions;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs three nodes, one of which has a clock that is five seconds fast and one that is five
/// seconds slow. Nobody may get a coupon before the start or be refused after it because of that.
final class SqlClockSkew implements Drill {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int SKEW_SECONDS = 5;

    /// Nodes whose clock is not the machine's are slow, and some people have to come before the
    /// opening.
    private static final Duration LEAD = Duration.ofSeconds(10);

    private static final double TOLERANCE_SECONDS = 0.5;
    private static final Pattern OFFSET =
            Pattern.compile("firstcome_clock_offset_seconds (-?[0-9.E-]+)");

    private final SharedDatabase database;
    private final Cluster cluster;

    SqlClockSkew(Engine engine, SplittableRandom random) throws InterruptedException {
        database = new SharedDatabase(engine);
        cluster =
                Cluster.start(
                        List.of(database.node(), off(SKEW_SECONDS), off(-SKEW_SECONDS)), random);
    }

    private NodeStart off(int seconds) {
        return database.node(FakeClock.off(seconds, Launcher.command()), database.server().port());
    }

    @Override
    public Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException {
        try (SharedDrop drop = SharedDrop.announce(cluster, Shape.PLAIN.withLead(LEAD), random)) {
            return Verify.run(drop.options(), ReportOptions.TEXT_ONLY, out, _ -> {}, this::judge);
        }
    }

    private List<Finding> judge(History history) throws InterruptedException {
        // What the nodes themselves measured.
        double fast = -offsetSeconds(cluster.node(1));
        double slow = offsetSeconds(cluster.node(2));
        boolean isThere =
                Math.abs(fast - SKEW_SECONDS) < TOLERANCE_SECONDS
                        && Math.abs(slow - SKEW_SECONDS) < TOLERANCE_SECONDS;
        return Fault.judge(
                history,
                isThere,
                String.format(Locale.ROOT, "one clock %.3f s fast, one %.3f s slow", fast, slow));
    }

    private static double offsetSeconds(FirstcomeNode node) throws InterruptedException {
        URI metrics = node.adminUrl().resolve("/metrics");
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpRequest request = HttpRequest.newBuilder(metrics).timeout(ANSWER_MAX).build();
            String text = client.send(request, BodyHandlers.ofString()).body();
            Matcher offset = OFFSET.matcher(text);
            return offset.find() ? Double.parseDouble(offset.group(1)) : Double.NaN;
        } catch (IOException e) {
            throw new IllegalStateException(metrics + ": can not be read", e);
        }
    }

    @Override
    public void close() {
        cluster.close();
        database.close();
    }
}
