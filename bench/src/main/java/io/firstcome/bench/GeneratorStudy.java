package io.firstcome.bench;

import io.firstcome.verify.process.FirstcomeNode;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// The load generator on one processor and a server on another, over few connections and over many:
/// the bare engine and the cheapest server, then all that `verify` does and Firstcome, which
/// refuses.
///
/// @param many as for [ConnectionsStudy]
record GeneratorStudy(int many) implements Experiment {
    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        List<Integer> fewAndMany = ConnectionsStudy.fewAndMany(options, many, out);
        try (Affinity _ = Affinity.bindThisProcess(0)) {
            return bare(fewAndMany, options, out).and(verify(fewAndMany, options, out));
        }
    }

    private static BenchResult bare(List<Integer> fewAndMany, BenchOptions options, PrintStream out)
            throws InterruptedException {
        try (Comparison comparison = new Comparison(options, out)) {
            for (int connections : fewAndMany) {
                comparison.add(
                        name(connections), Echo.baselineOn(1), () -> Pressure.full(connections));
            }
            return comparison.run();
        }
    }

    private static String name(int connections) {
        return String.format(Locale.ROOT, "%,d connections", connections);
    }

    private static BenchResult verify(
            List<Integer> fewAndMany, BenchOptions options, PrintStream out)
            throws InterruptedException {
        BenchResult result = new BenchResult(List.of(), List.of());
        try (FirstcomeNode node = FirstcomeNode.start(Affinity.bound(1, options.launcher()))) {
            VerifyLoad load = new VerifyLoad(node, options.measured());
            for (int connections : fewAndMany) {
                String name = String.format(Locale.ROOT, "verify %,d", connections);
                out.println(options.rounds() + " rounds of " + name);
                result =
                        result.and(
                                load.press(name, name(connections), connections, options.rounds()));
            }
        }
        return result;
    }
}
