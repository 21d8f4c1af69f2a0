package io.firstcome.bench;

import io.firstcome.bench.CpuSamples.Sample;
import io.firstcome.check.Checker;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.verify.Conduct;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.profile.Profile.ClosedLoop;

import org.HdrHistogram.Histogram;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All that `verify` does, as the load of a server: drops that are sold out at once, with everybody
/// asking as fast as they are answered, and every answer read, understood and written down.
final class VerifyLoad {
    private static final int USERS = 20_000;
    private static final int SIGNIFICANT_DIGITS = 3;

    /// More than it can do, so that the asks last to the end of the window.
    private static final int REQUESTS_PER_SECOND_MAX = 150_000;

    /// While those that are open ask as fast as they are answered, others are made slowly.
    private static final int CONNECTIONS_PER_MILLI = 4;

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final FirstcomeNode node;
    private final Duration window;
    private int drops;

    VerifyLoad(FirstcomeNode node, Duration window) {
        this.node = node;
        this.window = window;
    }

    /// Rounds over so many connections, after one that warms up.
    ///
    /// @param name as the results name it
    /// @param reference what it is compared with
    BenchResult press(String name, String reference, int connections, int rounds)
            throws InterruptedException {
        List<Round> measured = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            CpuSamples samples = CpuSamples.start(node.process());
            History history;
            try (samples) {
                history = Verify.drop(drop(connections), NOWHERE);
            }
            if (round > 0) {
                measured.add(round(history, connections, window, samples.all()));
            }
            Checker.check(history).stream()
                    .filter(finding -> finding.result() == Result.FAIL)
                    .map(finding -> name + ": " + finding.promise() + ": " + finding.evidence())
                    .forEach(failures::add);
        }
        return new BenchResult(List.of(new Row(name, reference, measured)), failures);
    }

    private VerifyOptions drop(int connections) {
        Duration connecting = Duration.ofMillis(connections / CONNECTIONS_PER_MILLI);
        long millis = window.multipliedBy(2).plusSeconds(1).plus(connecting).toMillis();
        int asks = (int) Math.ceilDiv(millis * REQUESTS_PER_SECOND_MAX, 1_000L * USERS);
        Conduct conduct = new Conduct(new ClosedLoop(), 0, 0, Duration.ZERO);
        return new VerifyOptions(
                new Target(node.adminUrl(), node.issueUrl(), null),
                new Crowd(USERS, asks, connections, ++drops, conduct),
                1,
                VerifyOptions.DEFAULT_LEAD.plus(connecting),
                VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR);
    }

    /// The window of a drop: it opens a quarter of its length after the drop.
    ///
    /// @throws IllegalStateException when not all connections were asking, or not long enough
    static Round round(History history, int connections, Duration window, List<Sample> samples) {
        long openNanos = history.campaign().startNanos() + window.dividedBy(4).toNanos();
        Sample first = sampleFrom(openNanos, samples);
        Sample last = sampleFrom(first.atNanos() + window.toNanos(), samples);
        requireConnections(history, connections, first.atNanos());
        requireConnections(history, connections, last.atNanos());
        Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);
        history.asks().stream()
                .filter(ask ->
                        ask.doneNanos() >= first.atNanos() && ask.doneNanos() < last.atNanos())
                .forEach(ask -> latencyNanos.recordValue(ask.doneNanos() - ask.sentNanos()));
        return new Round(
                last.atNanos() - first.atNanos(),
                last.serverNanos() - first.serverNanos(),
                last.generatorNanos() - first.generatorNanos(),
                latencyNanos);
    }

    private static Sample sampleFrom(long nanos, List<Sample> samples) {
        return samples.stream()
                .filter(sample -> sample.atNanos() >= nanos)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("window: longer than the drop"));
    }

    /// In a closed loop a connection that is open has a request in flight, but for the one that is
    /// served just then.
    private static void requireConnections(History history, int connections, long nanos) {
        long asking =
                history.asks().stream()
                        .filter(ask -> ask.sentNanos() <= nanos && ask.doneNanos() > nanos)
                        .count();
        if (asking < connections - 1) {
            throw new IllegalStateException(
                    "connections: %d asking (expected: %d)".formatted(asking, connections));
        }
    }
}
