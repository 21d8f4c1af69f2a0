package io.firstcome.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One benchmark run: an echo server, the RPC server alone, Firstcome's refusals and its durable
/// issues, each in a process of its own, measured in turn and several times on the same machine by
/// the same load.
///
/// The machine is never quiet for a minute, so rounds alternate and medians count; read ratios and
/// CPU per request rather than rates.
public final class Bench {
    private static final int SUBJECTS = 5;

    private final BenchOptions options;
    private final PrintStream out;

    private Bench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// Runs and prints the figures; returns the exit code: 0, or 1 when a server answered wrongly
    /// or did not do what it answered. An `IllegalStateException` when a server does not start or
    /// refuses the campaign.
    ///
    /// The processes are ended and their data removed when this returns.
    public static int run(BenchOptions options, PrintStream out) throws InterruptedException {
        BenchResult result = new Bench(options, out).measured();
        Map<String, String> machine = Machine.describe();
        ResultTable.print(result, machine, out);
        Path jsonFile = options.jsonFile();
        if (jsonFile != null) {
            write(jsonFile, ResultJson.write(result, machine));
            out.println("written to " + jsonFile);
        }
        return result.failures().isEmpty() ? 0 : 1;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private BenchResult measured() throws InterruptedException {
        announce();
        try (Subject baseline = Echo.baseline();
                Subject connectJson = Echo.connectJson();
                Subject connectBinary = Echo.connectBinary();
                Subject refusal = CampaignSubject.start(options.launcher(), Refusal::new);
                Subject durableIssue =
                        CampaignSubject.start(options.launcher(), DurableIssue::new)) {
            List<Measurement> measurements = new ArrayList<>();
            List<Subject> subjects =
                    List.of(baseline, connectJson, connectBinary, refusal, durableIssue);
            for (Subject subject : subjects) {
                measurements.add(new Measurement(subject, options.connections()));
            }
            measure(measurements);
            return result(measurements);
        }
    }

    private void announce() {
        Duration rounds =
                options.measured().multipliedBy(3L * options.rounds() * SUBJECTS).dividedBy(2);
        Duration total = options.warmUp().multipliedBy(SUBJECTS).plus(rounds);
        out.printf(
                "echo, RPC server alone, refusal and durable issue over %d connections, about %d"
                        + " s%n",
                options.connections(), total.toSeconds());
    }

    private void measure(List<Measurement> measurements) throws InterruptedException {
        for (Measurement measurement : measurements) {
            out.println("warming up " + measurement.subject().name());
            measurement.warmUp(options.warmUp());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            out.println("round " + round + " of " + options.rounds());
            for (Measurement measurement : measurements) {
                measurement.measure(options.measured());
            }
        }
    }

    private static BenchResult result(List<Measurement> measurements) throws InterruptedException {
        Map<String, Figures> figures = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (Measurement measurement : measurements) {
            figures.put(measurement.subject().name(), Figures.of(measurement.rounds()));
            String failure = measurement.audit();
            if (!failure.isEmpty()) {
                String log = measurement.subject().process().logTail();
                failures.add(failure + "\nits output ends with:\n" + log);
            }
        }
        return new BenchResult(figures, failures);
    }
}
