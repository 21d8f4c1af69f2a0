package io.firstcome.bench;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/// The figures of several subjects as a table for people.
final class ResultTable {
    private ResultTable() {}

    static void print(BenchResult result, PrintStream out) {
        out.println();
        out.printf(
                "%-20s requests/s  (slowest to fastest)   p50 ms  p99 ms  (worst)  server CPU us"
                        + "  (least to most)  generator CPU us%n",
                "");
        result.rows().forEach(row -> print(row, out));
        out.println("medians of the rounds; CPU per request");
        out.println();
        Map<String, Double> rates = result.ratios(Figure.REQUESTS_PER_SECOND);
        Map<String, Double> costs = result.ratios(Figure.SERVER_CPU_MICROS);
        for (Row row : result.rows()) {
            if (!row.isReference()) {
                out.printf(
                        Locale.ROOT,
                        "%s: %.2f of the requests/s, %.2f of the server CPU of %s%n",
                        row.name(),
                        rates.get(row.name()),
                        costs.get(row.name()),
                        row.reference());
            }
        }
    }

    private static void print(Row row, PrintStream out) {
        Spread rate = row.spread(Figure.REQUESTS_PER_SECOND);
        Spread p99 = row.spread(Figure.P99_MILLIS);
        Spread cpu = row.spread(Figure.SERVER_CPU_MICROS);
        out.printf(
                Locale.ROOT,
                "%-20s %,10.0f  %,9.0f to %,9.0f %8.2f %7.2f %8.2f %14.1f %7.1f to %5.1f"
                        + " %17.1f%n",
                row.name(),
                rate.median(),
                rate.least(),
                rate.most(),
                row.median(Figure.P50_MILLIS),
                p99.median(),
                p99.most(),
                cpu.median(),
                cpu.least(),
                cpu.most(),
                row.median(Figure.GENERATOR_CPU_MICROS));
    }
}
