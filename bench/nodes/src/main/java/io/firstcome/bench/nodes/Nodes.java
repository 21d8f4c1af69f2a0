package io.firstcome.bench.nodes;

import io.firstcome.databases.DatabaseServer;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.client.ConnectClient;
import io.firstcome.verify.process.FirstcomeNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Some nodes on one database, pressed and measured.
final class Nodes implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration HEARSAY = Duration.ofSeconds(1);
    private static final String METHOD = "issue.v1.IssueService/IssueCoupon";

    private final List<FirstcomeNode> nodes = new ArrayList<>();
    private final Costs costs;
    private int presses;

    private Nodes(DatabaseServer database) {
        this.costs = new Costs(database);
    }

    static Nodes sharing(DatabaseServer database, List<String> launcher, int count)
            throws InterruptedException {
        Nodes nodes = new Nodes(database);
        List<String> words = new ArrayList<>();
        words.add("env");
        words.add("FIRSTCOME_LEDGER_USER=" + database.user());
        words.add("FIRSTCOME_LEDGER_PASSWORD=" + database.password());
        words.addAll(launcher);
        for (int i = 0; i < count; i++) {
            nodes.nodes.add(FirstcomeNode.startSharing(words, database.url("bench")));
        }
        return nodes;
    }

    /// One with a ledger of its own, whose cost is compared.
    static Nodes embedded(DatabaseServer database, List<String> launcher)
            throws InterruptedException {
        Nodes nodes = new Nodes(database);
        nodes.nodes.add(FirstcomeNode.start(launcher));
        return nodes;
    }

    /// A campaign that is open.
    ///
    /// @param coupons how many it has
    String campaign(long coupons) throws InterruptedException {
        try (CampaignApi api = new CampaignApi(nodes.getFirst().adminUrl(), PATIENCE)) {
            return api.create("bench", coupons, Instant.EPOCH).id();
        }
    }

    /// A campaign of which nothing is left.
    String soldOut() throws InterruptedException {
        String id = campaign(1);
        try (ConnectClient client = new ConnectClient(nodes.getFirst().issueUrl())) {
            client.call(METHOD, "{\"campaignId\":\"%s\",\"userId\":\"winner\"}".formatted(id));
        }
        return id;
    }

    /// How many are issued, when the nodes have heard of all of them.
    long issued(String campaignId) throws InterruptedException {
        Thread.sleep(HEARSAY);
        try (CampaignApi api = new CampaignApi(nodes.getFirst().adminUrl(), PATIENCE)) {
            return api.issuedCount(campaignId);
        }
    }

    /// Presses a campaign and measures it.
    ///
    /// @param isIssued whether coupons are expected, or refusals
    List<Window> measure(String campaignId, boolean isIssued, Plan plan)
            throws InterruptedException {
        long before = isIssued ? issued(campaignId) : 0;
        List<Window> windows = new ArrayList<>();
        Press.Wish wish = new Press.Wish(campaignId, "p" + presses++, isIssued);
        try (Press press = new Press(nodes, wish, plan)) {
            Thread.sleep(plan.warmUp());
            // What a window does has to be compiled, too.
            press.window(plan.length(), costs);
            for (int round = 0; round < plan.rounds(); round++) {
                windows.add(press.window(plan.length(), costs));
            }
            long answered = press.finish();
            if (isIssued && issued(campaignId) - before != answered) {
                throw new IllegalStateException(
                        "%d coupons were told, %d are issued"
                                .formatted(answered, issued(campaignId) - before));
            }
        }
        return windows;
    }

    /// How a measurement is done.
    ///
    /// @param everyNanos between two requests; 0: as fast as answers come
    record Plan(int connections, int rounds, Duration length, Duration warmUp, int everyNanos) {
        Plan at(double perSecond) {
            return new Plan(connections, rounds, length, warmUp, (int) (1e9 / perSecond));
        }

        Plan over(int otherConnections) {
            return new Plan(otherConnections, rounds, length, warmUp, everyNanos);
        }

        /// When the nodes are warm already, and only the load is not.
        Plan warmed(Duration otherWarmUp) {
            return new Plan(connections, rounds, length, otherWarmUp, everyNanos);
        }
    }

    @Override
    public void close() {
        nodes.forEach(FirstcomeNode::close);
    }
}
