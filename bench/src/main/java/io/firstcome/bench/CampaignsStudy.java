package io.firstcome.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Durable issues of users who are spread evenly over few live campaigns and over many.
///
/// @param campaigns how many, of each server
record CampaignsStudy(List<Integer> campaigns) implements Experiment {
    CampaignsStudy {
        campaigns = List.copyOf(campaigns);
    }

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            for (int count : campaigns) {
                String name = String.format(Locale.ROOT, "%,d campaigns", count);
                out.println("opening " + name);
                Subject subject =
                        CampaignSubject.start(
                                options.launcher(), node -> DurableIssue.spread(node, count));
                comparison.add(name, subject, () -> Pressure.full(options.connections()));
            }
            return comparison.run();
        }
    }
}
