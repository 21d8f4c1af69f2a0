package io.firstcome.bench;

import io.firstcome.bench.CampaignSubject.Maker;
import io.firstcome.verify.load.OpenFiles;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Refusals and durable issues over few connections and over many.
///
/// @param many or as many as this process may have; the few are those of the options
record ConnectionsStudy(int many) implements Experiment {
    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        return compare(Refusal::new, options, out).and(compare(DurableIssue::new, options, out));
    }

    private BenchResult compare(Maker maker, BenchOptions options, PrintStream out)
            throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            for (int connections : fewAndMany(options, many, out)) {
                Subject subject = CampaignSubject.start(options.launcher(), maker);
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
