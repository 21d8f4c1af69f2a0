package io.firstcome.drills;

import io.firstcome.drills.SharedDatabase.NodeStart;
import io.firstcome.verify.Target;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Nodes that share a ledger, behind a relay of their admin ports and one of their issue ports.
final class Cluster implements AutoCloseable {
    private final List<FirstcomeNode> nodes;
    private final Relay admin;
    private final Relay issue;

    private Cluster(List<FirstcomeNode> nodes, SplittableRandom random) {
        this.nodes = List.copyOf(nodes);
        this.admin = relay(FirstcomeNode::adminUrl, random.split());
        this.issue = relay(FirstcomeNode::issueUrl, random.split());
    }

    private Relay relay(Function<FirstcomeNode, URI> url, RandomGenerator random) {
        return Relay.between(
                nodes.stream().map(node -> url.apply(node).getPort()).toList(), random);
    }

    /// Starts nodes and returns when they are ready.
    ///
    /// @param random spreads connections over them
    static Cluster start(List<NodeStart> starts, SplittableRandom random)
            throws InterruptedException {
        List<FirstcomeNode> nodes = new ArrayList<>();
        for (NodeStart start : starts) {
            nodes.add(FirstcomeNode.startSharing(start.launcher(), start.ledger()));
        }
        return new Cluster(nodes, random);
    }

    FirstcomeNode node(int number) {
        return nodes.get(number);
    }

    /// Whether all nodes say that they are ready.
    boolean isReady() {
        return nodes.stream().allMatch(Cluster::isReady);
    }

    private static boolean isReady(FirstcomeNode node) {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) node.adminUrl().resolve("/readyz").toURL().openConnection();
            return asked.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    /// Where campaigns are managed, by one node or another.
    URI adminUrl() {
        return local(admin);
    }

    /// All nodes as one server.
    Target target(String campaignId) {
        return new Target(adminUrl(), local(issue), campaignId);
    }

    private static URI local(Relay relay) {
        return URI.create("http://127.0.0.1:" + relay.port());
    }

    @Override
    public void close() {
        admin.close();
        issue.close();
        nodes.forEach(FirstcomeNode::close);
    }
}
