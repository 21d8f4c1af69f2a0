package io.firstcome.bench;

import java.io.PrintStream;
import java.util.List;

/// Durable issues at full pressure, then evenly at 80 % of that rate; the latencies of those count
/// from when they were due.
final class PaceStudy {
    private static final double PART = 0.8;

    private final BenchOptions options;
    private final PrintStream out;

    PaceStudy(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int run() throws InterruptedException {
        Pressure full = Pressure.full(options.connections());
        BenchResult most = measure("full", full);
        double rate = most.figures().values().iterator().next().requestsPerSecond();
        BenchResult paced = measure("80 %", new Pressure(options.connections(), PART * rate));
        return Math.max(most.exitCode(), paced.exitCode());
    }

    private BenchResult measure(String name, Pressure pressure) throws InterruptedException {
        try (Subject subject = CampaignSubject.start(options.launcher(), DurableIssue::new)) {
            List<Measurement> one = List.of(new Measurement(name, subject, pressure));
            BenchResult result = new Comparison(options, out).run(one);
            ResultTable.print(result, out);
            return result;
        }
    }
}
