package io.firstcome.bench;

import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.OpenFiles;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.JavaCommand;
import io.firstcome.verify.report.ReportOptions;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How a benchmark is run.
///
/// @param connections how many connections are held open, each with one request in flight
/// @param rounds how often each server is measured; the median counts
/// @param measured how long each round is measured
/// @param warmUp for how long each server is pressed before the first round
/// @param jsonFile where the figures are written as well; null: nowhere
/// @param launcher the command to which Firstcome's `serve` and its options are added
public record BenchOptions(
        int connections,
        int rounds,
        Duration measured,
        Duration warmUp,
        @Nullable Path jsonFile,
        List<String> launcher) {

    private static final int ROUNDS_MAX = 100;

    public BenchOptions {
        launcher = List.copyOf(launcher);
        if (connections < 1 || connections > LoadOptions.CONNECTIONS_MAX) {
            throw new IllegalArgumentException(
                    "connections: %d (expected: 1..%d)"
                            .formatted(connections, LoadOptions.CONNECTIONS_MAX));
        }
        OpenFiles.requireRoomFor(connections);
        if (rounds < 1 || rounds > ROUNDS_MAX) {
            throw new IllegalArgumentException("rounds: " + rounds + " (expected: 1..100)");
        }
        ReportOptions.requireWritable("json", jsonFile);
        requireReasonable("measured", measured);
        requireReasonable("warmUp", warmUp);
    }

    /// About five minutes, with 64 connections, against the Firstcome this JVM has on its class
    /// path.
    public static BenchOptions defaults() {
        return new BenchOptions(
                64,
                9,
                Duration.ofSeconds(3),
                Duration.ofSeconds(20),
                null,
                JavaCommand.of(FirstcomeNode.MAIN_CLASS));
    }

    private static void requireReasonable(String name, Duration duration) {
        if (!duration.isPositive() || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + ": " + duration + " (expected: >0..1 h)");
        }
    }
}
