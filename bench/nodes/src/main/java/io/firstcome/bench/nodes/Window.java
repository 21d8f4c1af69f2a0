package io.firstcome.bench.nodes;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What was seen in a stretch of time.
///
/// @param p50Millis of the latencies, as is `p99Millis`
/// @param nodeMicros processor time of all nodes for each answer; `databaseMicros` and
///   `generatorMicros` likewise
/// @param batch how many requests a durable act decided, in the mean
/// @param leastShare what the node that answered fewest answered, of an equal share
record Window(
        double perSecond,
        double p50Millis,
        double p99Millis,
        double nodeMicros,
        double databaseMicros,
        double generatorMicros,
        double batch,
        double leastShare) {
    static final String HEAD =
            "%-22s %10s %21s %8s %8s %9s %9s %10s %7s %6s"
                    .formatted(
                            "",
                            "answers/s",
                            "(slowest to fastest)",
                            "p50 ms",
                            "p99 ms",
                            "nodes us",
                            "database",
                            "generator",
                            "batch",
                            "least");

    /// The medians of some windows as a line of a table.
    static String line(String name, List<Window> windows) {
        return "%-22s %,10.0f %,10.0f to %,7.0f %8.2f %8.2f %9.1f %9.1f %10.1f %7.0f %6.2f"
                .formatted(
                        name,
                        median(windows, Window::perSecond),
                        windows.stream().mapToDouble(Window::perSecond).min().orElseThrow(),
                        windows.stream().mapToDouble(Window::perSecond).max().orElseThrow(),
                        median(windows, Window::p50Millis),
                        median(windows, Window::p99Millis),
                        median(windows, Window::nodeMicros),
                        median(windows, Window::databaseMicros),
                        median(windows, Window::generatorMicros),
                        median(windows, Window::batch),
                        median(windows, Window::leastShare));
    }

    static double median(List<Window> windows, ToDoubleFunction<Window> figure) {
        return windows.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(windows.size() / 2);
    }
}
