package io.firstcome.bench;

import java.io.PrintStream;
import java.util.Locale;

/// The load generator on one processor and the cheapest server on another, over few connections and
/// over many.
///
/// @param many as for [ConnectionsStudy]
record GeneratorStudy(int many) implements Experiment {
    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        try (Affinity _ = Affinity.bindThisProcess(0);
                Comparison comparison = new Comparison(options, out)) {
            for (int connections : ConnectionsStudy.fewAndMany(options, many, out)) {
                String name = String.format(Locale.ROOT, "%,d connections", connections);
                comparison.add(name, Echo.baselineOn(1), () -> Pressure.full(connections));
            }
            return comparison.run();
        }
    }
}
