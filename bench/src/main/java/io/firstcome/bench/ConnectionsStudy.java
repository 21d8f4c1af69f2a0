package io.firstcome.bench;

import io.firstcome.bench.Subject.Starter;
import io.firstcome.verify.load.OpenFiles;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Refusals and durable issues over few connections and over many, and the baseline for what the
/// machine allows.
///
/// @param many or as many as this process may have; the few are those of the options
record ConnectionsStudy(int many) implements Experiment {
    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        Starter refusal = () -> CampaignSubject.start(options.launcher(), Refusal::new);
        Starter durableIssue = () -> CampaignSubject.start(options.launcher(), DurableIssue::new);
        return compare(Echo::baseline, options, out)
                .and(compare(refusal, options, out))
                .and(compare(durableIssue, options, out));
    }

    private BenchResult compare(Starter starter, BenchOptions options, PrintStream out)
            throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            for (int connections : fewAndMany(options, many, out)) {
                Subject subject = starter.start();
                String name = String.format(Locale.ROOT, "%s %,d", subject.name(), connections);
                comparison.add(name, subject, () -> Pressure.full(connections));
            }
            return comparison.run();
        }
    }

    static List<Integer> fewAndMany(BenchOptions options, int many, PrintStream out) {
        int room = OpenFiles.roomFor(many);
        if (room < many) {
            out.printf(Locale.ROOT, "ulimit -n has room for %,d of %,d connections%n", room, many);
        }
        return List.of(options.connections(), room);
    }
}
