package io.firstcome.drills;

import io.firstcome.drills.SharedDatabase.NodeStart;
import io.firstcome.verify.Target;
import io.firstcome.verify.process.FirstcomeNode;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/// Nodes that share a ledger, behind a relay of their admin ports and one of their issue ports.
final class Cluster implements AutoCloseable {
    private static final long LOOKS_APART_MILLIS = 20;

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

    /// Waits until all nodes say at once that they are ready, and returns how long that took; an
    /// `IllegalStateException` that names the others when `limit` passes.
    Duration awaitReady(Duration limit) throws InterruptedException {
        return await(FirstcomeNode::isReady, "ready", limit);
    }

    /// Waits until none says so, which is when all have noticed that they can not issue; an
    /// `IllegalStateException` that names the others when `limit` passes.
    void awaitNotReady(Duration limit) throws InterruptedException {
        await(node -> !node.isReady(), "not ready", limit);
    }

    private Duration await(Predicate<FirstcomeNode> isSo, String what, Duration limit)
            throws InterruptedException {
        long startNanos = System.nanoTime();
        while (true) {
            List<URI> others =
                    nodes.stream().filter(isSo.negate()).map(FirstcomeNode::adminUrl).toList();
            Duration waited = Duration.ofNanos(System.nanoTime() - startNanos);
            if (others.isEmpty()) {
                return waited;
            }
            if (waited.compareTo(limit) >= 0) {
                throw new IllegalStateException(
                        "nodes %s: not after %d s (expected: all %s)"
                                .formatted(others, limit.toSeconds(), what));
            }
            Thread.sleep(LOOKS_APART_MILLIS);
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
