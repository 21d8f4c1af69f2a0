package io.firstcome.bench;

import java.io.PrintStream;

/// Durable issues at full pressure and evenly at 80 % of the rate that was just measured; the
/// latencies of those count from when they were due.
record PaceStudy() implements Experiment {
    private static final double PART = 0.8;

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            Pressure most = Pressure.full(options.connections());
            Measurement full = comparison.add("full", start(options), () -> most);
            comparison.add("80 %", start(options), () -> paced(full, most));
            return comparison.run();
        }
    }

    private static Subject start(BenchOptions options) throws InterruptedException {
        return CampaignSubject.start(options.launcher(), DurableIssue::new);
    }

    /// Before the first round, in the warm-up, there is no rate to be a part of.
    private static Pressure paced(Measurement full, Pressure most) {
        return full.rounds().isEmpty()
                ? most
                : new Pressure(
                        most.connections(), PART * full.rounds().getLast().requestsPerSecond());
    }
}
