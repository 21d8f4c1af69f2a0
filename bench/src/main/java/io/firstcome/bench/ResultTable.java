package io.firstcome.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/// The results of a run as a table for people.
final class ResultTable {
    private ResultTable() {}

    static void machine(Map<String, String> machine, PrintStream out) {
        out.println();
        machine.forEach((name, text) -> out.printf(Locale.ROOT, "%-15s %s%n", name, text));
    }

    static void print(BenchResult result, PrintStream out) {
        out.println();
        out.printf(
                "%-18s requests/s   (slowest to fastest)   p50 ms   p99 ms   server CPU us"
                        + "   of %s%n",
                "", result.first());
        result.figures().forEach((name, figures) -> print(name, figures, result, out));
        out.println();
        result.figures()
                .forEach((name, figures) ->
                        out.printf(
                                Locale.ROOT,
                                "the load generator used %.1f us per request of %s%n",
                                figures.generatorCpuMicrosPerRequest(),
                                name));
        result.failures().forEach(failure -> out.println("FAIL: " + failure));
    }

    private static void print(String name, Figures figures, BenchResult result, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%-18s %,10.0f   %,9.0f to %,9.0f %8.2f %8.2f %15.1f %13.2f%n",
                name,
                figures.requestsPerSecond(),
                figures.slowestRequestsPerSecond(),
                figures.fastestRequestsPerSecond(),
                figures.p50Millis(),
                figures.p99Millis(),
                figures.serverCpuMicrosPerRequest(),
                result.ratios().getOrDefault(name, 1.0));
    }
}
