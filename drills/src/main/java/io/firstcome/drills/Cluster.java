package io.firstcome.drills;

import io.firstcome.drills.SharedDatabase.NodeStart;
import io.firstcome.verify.Target;
import io.firstcome.verify.process.FirstcomeNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Nodes that share a ledger, behind a relay of their admin ports and one of their issue ports.
final class Cluster implements AutoCloseable {
    private final List<FirstcomeNode> nodes;
    private final Relay admin;
    private final Relay issue;

    private Cluster(List<FirstcomeNode> nodes) {
        this.nodes = List.copyOf(nodes);
        this.admin = relay(FirstcomeNode::adminUrl);
        this.issue = relay(FirstcomeNode::issueUrl);
    }

    private Relay relay(Function<FirstcomeNode, URI> url) {
        return Relay.between(nodes.stream().map(node -> url.apply(node).getPort()).toList());
    }

    /// Starts nodes and returns when they are ready.
    static Cluster start(List<NodeStart> starts) throws InterruptedException {
        List<FirstcomeNode> nodes = new ArrayList<>();
        for (NodeStart start : starts) {
            nodes.add(FirstcomeNode.startSharing(start.launcher(), start.ledger()));
        }
        return new Cluster(nodes);
    }

    FirstcomeNode node(int number) {
        return nodes.get(number);
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
