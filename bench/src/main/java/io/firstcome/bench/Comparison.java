package io.firstcome.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Servers measured in turn, several times. The machine is never quiet for a minute, so rounds
/// alternate and medians count; read ratios and CPU per request rather than rates.
final class Comparison {
    private final BenchOptions options;
    private final PrintStream out;

    Comparison(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// Presses them all. The result's ratios are those to the first.
    BenchResult run(List<Measurement> measurements) throws InterruptedException {
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
        return result(measurements);
    }

    private static BenchResult result(List<Measurement> measurements) throws InterruptedException {
        Map<String, Figures> figures = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        for (Measurement measurement : measurements) {
            figures.put(measurement.name(), Figures.of(measurement.rounds()));
            String failure = measurement.audit();
            if (!failure.isEmpty()) {
                String log = measurement.subject().process().logTail();
                failures.add(failure + "\nits output ends with:\n" + log);
            }
        }
        return new BenchResult(figures, failures);
    }
}
