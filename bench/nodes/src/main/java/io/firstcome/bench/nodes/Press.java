package io.firstcome.bench.nodes;

import io.firstcome.verify.load.HttpLoad;
import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.LoadSummary;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FirstcomeNode;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A load on some nodes, each with a generator of its own.
final class Press implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    /// What a reading of the costs takes itself is not to be seen in the latencies.
    private static final Duration CALM = Duration.ofMillis(500);

    private static final String METHOD = "/issue.v1.IssueService/IssueCoupon";

    private final List<FirstcomeNode> nodes;
    private final List<Newcomers> crowds = new ArrayList<>();
    private final List<HttpLoad> loads = new ArrayList<>();
    private final List<Future<LoadSummary>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /// What is asked for.
    ///
    /// @param names what the users' names begin with, apart from the number of the node
    /// @param isIssued whether coupons are expected, or refusals
    record Wish(String campaignId, String names, boolean isIssued) {
        private RequestTemplate request(FirstcomeNode node, int number) {
            String before =
                    "{\"campaignId\":\"%s\",\"userId\":\"%s-%d-"
                            .formatted(campaignId, names, number);
            return RequestTemplate.post(node.issueUrl().getAuthority(), METHOD, before, "\"}");
        }
    }

    Press(List<FirstcomeNode> nodes, Wish wish, Nodes.Plan plan) {
        this.nodes = nodes;
        for (int i = 0; i < nodes.size(); i++) {
            FirstcomeNode node = nodes.get(i);
            Newcomers crowd = new Newcomers(wish.isIssued(), plan.everyNanos() * nodes.size());
            LoadOptions options =
                    new LoadOptions(
                            node.issueUrl(),
                            plan.connections() / nodes.size(),
                            LIMIT,
                            REQUEST_TIMEOUT,
                            REQUEST_TIMEOUT);
            crowds.add(crowd);
            loads.add(new HttpLoad(options, wish.request(node, i), crowd));
        }
        loads.forEach(load -> running.add(threads.submit(load::run)));
    }

    Window window(Duration length, Costs costs) throws InterruptedException {
        Costs.Reading before = costs.read(nodes, answers());
        Thread.sleep(CALM);
        crowds.forEach(crowd -> crowd.setOpen(true));
        Thread.sleep(length);
        crowds.forEach(crowd -> crowd.setOpen(false));
        Costs.Reading after = costs.read(nodes, answers());
        // Until those who were told the window is shut are done with what they were at.
        Thread.sleep(20);
        double leastShare = leastShare();
        return costs.window(before, after, latencies(), leastShare);
    }

    private long answers() {
        return crowds.stream().mapToLong(Newcomers::right).sum();
    }

    /// What the node that answered fewest answered, of an equal share.
    private double leastShare() {
        long all = 0;
        long least = Long.MAX_VALUE;
        for (Newcomers crowd : crowds) {
            long answered = crowd.latencyNanos().getTotalCount();
            all += answered;
            least = Math.min(least, answered);
        }
        return (double) least * crowds.size() / all;
    }

    /// Of the windows since the last call.
    private Histogram latencies() {
        Histogram all = new Histogram(3);
        for (Newcomers crowd : crowds) {
            all.add(crowd.latencyNanos());
            crowd.latencyNanos().reset();
        }
        return all;
    }

    /// Ends the load, which must have been answered as expected.
    ///
    /// @return how many were
    long finish() throws InterruptedException {
        crowds.forEach(Newcomers::end);
        for (Future<LoadSummary> load : running) {
            await(load);
        }
        for (Newcomers crowd : crowds) {
            if (!crowd.firstWrong().isEmpty()) {
                throw new IllegalStateException("a wrong answer: " + crowd.firstWrong());
            }
        }
        return answers();
    }

    private static void await(Future<LoadSummary> load) throws InterruptedException {
        try {
            load.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load failed", e.getCause());
        }
    }

    @Override
    public void close() {
        crowds.forEach(Newcomers::end);
        loads.forEach(HttpLoad::close);
        threads.shutdownNow();
    }
}
