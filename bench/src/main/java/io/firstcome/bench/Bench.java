package io.firstcome.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One benchmark run: an echo server, the RPC server alone, Firstcome's refusals and its durable
/// issues, each in a process of its own, measured in turn and several times on the same machine by
/// the same load.
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
        ResultTable.machine(machine, out);
        ResultTable.print(result, out);
        Path jsonFile = options.jsonFile();
        if (jsonFile != null) {
            write(jsonFile, ResultJson.write(result, machine));
            out.println("written to " + jsonFile);
        }
        return result.exitCode();
    }

    /// Runs one study instead, and prints it.
    public static int study(Study study, BenchOptions options, PrintStream out)
            throws InterruptedException {
        ResultTable.machine(Machine.describe(), out);
        return study.run(options, out);
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
                Pressure full = Pressure.full(options.connections());
                measurements.add(new Measurement(subject.name(), subject, full));
            }
            return new Comparison(options, out).run(measurements);
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
}
