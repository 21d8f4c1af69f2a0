package io.firstcome.drills;

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

    /// Starts as many nodes as there are ledgers and returns when they are ready.
    ///
    /// @param ledgers the address of the database as each node is told it
    static Cluster start(List<String> ledgers) throws InterruptedException {
        List<FirstcomeNode> nodes = new ArrayList<>();
        for (String ledger : ledgers) {
            nodes.add(FirstcomeNode.startSharing(Launcher.command(), ledger));
        }
        return new Cluster(nodes);
    }

    /// Starts a node by each launcher, and returns when they are ready.
    static Cluster start(List<List<String>> launchers, String ledger) throws InterruptedException {
        List<FirstcomeNode> nodes = new ArrayList<>();
        for (List<String> launcher : launchers) {
            nodes.add(FirstcomeNode.startSharing(launcher, ledger));
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
