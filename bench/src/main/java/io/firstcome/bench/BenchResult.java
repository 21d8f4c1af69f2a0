package io.firstcome.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The figures of a whole run, by subject, and what was wrong with it.
///
/// @param failures wrong answers and failed audits; figures of a failed run mean nothing
record BenchResult(Map<String, Figures> figures, List<String> failures) {
    BenchResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        failures = List.copyOf(failures);
    }

    /// 1 when something was wrong, else 0.
    int exitCode() {
        return failures.isEmpty() ? 0 : 1;
    }

    /// What the others are compared with.
    String first() {
        return figures.keySet().iterator().next();
    }

    /// Requests/s of each of the others as a part of the first one's.
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        double first = figures.values().iterator().next().requestsPerSecond();
        figures.forEach((name, figure) -> ratios.put(name, figure.requestsPerSecond() / first));
        ratios.remove(first());
        return ratios;
    }
}
