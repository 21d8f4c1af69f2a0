package io.firstcome.bench;

import io.firstcome.bench.CampaignSubject.Maker;

import java.io.PrintStream;
import java.util.List;

/// Refusals and durable issues of a server that is bound to one processor, and of one that is not.
record ProcessorsStudy() implements Experiment {
    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        return compare(Refusal::new, options, out).and(compare(DurableIssue::new, options, out));
    }

    private static BenchResult compare(Maker maker, BenchOptions options, PrintStream out)
            throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            List<String> bound = Affinity.bound(0, options.launcher());
            add(comparison, " on 1", CampaignSubject.start(bound, maker), options);
            add(comparison, " on all", CampaignSubject.start(options.launcher(), maker), options);
            return comparison.run();
        }
    }

    private static void add(
            Comparison comparison, String where, Subject subject, BenchOptions options) {
        comparison.add(subject.name() + where, subject, () -> Pressure.full(options.connections()));
    }
}
