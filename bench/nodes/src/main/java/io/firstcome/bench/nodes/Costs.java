package io.firstcome.bench.nodes;

import io.firstcome.databases.DatabaseServer;
import io.firstcome.verify.process.FirstcomeNode;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The processor time of everybody who takes part.
record Costs(DatabaseServer database) {
    private static final Pattern BATCHES =
            Pattern.compile("firstcome_batch_size_(count|sum) ([0-9.E]+)");

    /// @param answers how many there were before it
    /// @param batches how many durable acts there were; `requests`, of how many requests
    record Reading(
            long nanos,
            long answers,
            Duration nodes,
            Duration database,
            Duration generator,
            double batches,
            double requests) {}

    Reading read(List<FirstcomeNode> nodes, long answers) {
        long nanos = System.nanoTime();
        Duration used = Duration.ZERO;
        double batches = 0;
        double requests = 0;
        for (FirstcomeNode node : nodes) {
            used = used.plus(node.process().cpu());
            String metrics = get(node.adminUrl().resolve("/metrics"));
            batches += sum(metrics, "count");
            requests += sum(metrics, "sum");
        }
        Duration generator =
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        return new Reading(nanos, answers, used, database.cpu(), generator, batches, requests);
    }

    private static double sum(String metrics, String which) {
        Matcher line = BATCHES.matcher(metrics);
        while (line.find()) {
            if (line.group(1).equals(which)) {
                return Double.parseDouble(line.group(2));
            }
        }
        throw new IllegalStateException("metrics: no firstcome_batch_size_" + which);
    }

    private static String get(URI url) {
        try (InputStream body = url.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(url + ": can not be read", e);
        }
    }

    Window window(Reading before, Reading after, Histogram latencyNanos, double leastShare) {
        double answers = after.answers() - before.answers();
        double batches = after.batches() - before.batches();
        return new Window(
                answers * 1e9 / (after.nanos() - before.nanos()),
                latencyNanos.getValueAtPercentile(50) / 1e6,
                latencyNanos.getValueAtPercentile(99) / 1e6,
                micros(before.nodes(), after.nodes()) / answers,
                micros(before.database(), after.database()) / answers,
                micros(before.generator(), after.generator()) / answers,
                batches == 0 ? 0 : (after.requests() - before.requests()) / batches,
                leastShare);
    }

    private static double micros(Duration before, Duration after) {
        return after.minus(before).toNanos() / 1e3;
    }
}
