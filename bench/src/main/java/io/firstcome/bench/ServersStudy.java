package io.firstcome.bench;

import java.io.PrintStream;

/// An echo server, the same with places for its event loops, the RPC server alone, Firstcome's
/// refusals and its durable issues.
record ServersStudy() implements Experiment {
    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            comparison.add(Echo.baseline());
            comparison.add(Echo.placed());
            comparison.add(Echo.connectJson());
            comparison.add(Echo.connectBinary());
            comparison.add(CampaignSubject.start(options.launcher(), Refusal::new));
            comparison.add(CampaignSubject.start(options.launcher(), DurableIssue::new));
            return new PlacedResult(comparison.run());
        }
    }
}
