package io.firstcome.bench;

import io.firstcome.bench.Subject.Starter;

import java.io.PrintStream;

/// A server at full pressure and evenly at 80 % of the rate that was just measured, whose latencies
/// count from when requests were due: durable issues, and the baseline for what the machine allows.
record PaceStudy() implements Experiment {
    private static final double PART = 0.8;

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        Starter durableIssue = () -> CampaignSubject.start(options.launcher(), DurableIssue::new);
        return compare(Echo::baseline, options, out).and(compare(durableIssue, options, out));
    }

    private static BenchResult compare(Starter starter, BenchOptions options, PrintStream out)
            throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            Measurement full = comparison.add(starter.start());
            Subject paced = starter.start();
            comparison.add(paced.name() + " at 80 %", paced, () -> paced(full, options));
            return comparison.run();
        }
    }

    private static Pressure paced(Measurement full, BenchOptions options) {
        return new Pressure(options.connections(), PART * full.latest().requestsPerSecond());
    }
}
