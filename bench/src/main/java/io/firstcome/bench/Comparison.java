package io.firstcome.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Servers measured in turn, several times. The machine is never quiet for a minute, so rounds
/// alternate and medians count; read ratios and CPU per request rather than rates.
final class Comparison implements AutoCloseable {
    private final BenchOptions options;
    private final PrintStream out;
    private final List<Measurement> measurements = new ArrayList<>();

    Comparison(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// A subject that is pressed by as many connections as are asked for.
    Measurement add(Subject subject) {
        return add(subject.name(), subject, () -> Pressure.full(options.connections()));
    }

    /// @param name as the results name it
    /// @param subject closed with this comparison
    /// @param pressure asked before each round
    Measurement add(String name, Subject subject, Supplier<Pressure> pressure) {
        Measurement measurement = new Measurement(name, subject, pressure);
        measurements.add(measurement);
        return measurement;
    }

    /// Presses them all. All others are compared with the first.
    BenchResult run() throws InterruptedException {
        announce();
        for (Measurement measurement : measurements) {
            out.println("warming up " + measurement.name());
            measurement.warmUp(options.warmUp());
        }
        for (int round = 1; round <= options.rounds(); round++) {
            out.println("round " + round + " of " + options.rounds());
            for (Measurement measurement : measurements) {
                measurement.measure(options.measured());
            }
        }
        return result();
    }

    private void announce() {
        Duration rounds = options.measured().multipliedBy(5L * options.rounds()).dividedBy(4);
        Duration total = options.warmUp().plus(rounds).multipliedBy(measurements.size());
        out.printf(
                Locale.ROOT,
                "%s to %s, in turn, about %d s%n",
                measurements.getFirst().name(),
                measurements.getLast().name(),
                total.toSeconds());
    }

    private BenchResult result() throws InterruptedException {
        String first = measurements.getFirst().name();
        List<Row> rows = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Measurement measurement : measurements) {
            rows.add(new Row(measurement.name(), first, measurement.rounds()));
            failures.addAll(measurement.failures());
        }
        return new BenchResult(rows, failures);
    }

    /// Ends all servers.
    @Override
    public void close() {
        measurements.reversed().forEach(measurement -> measurement.subject().close());
    }
}
