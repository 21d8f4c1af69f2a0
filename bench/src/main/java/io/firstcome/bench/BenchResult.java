package io.firstcome.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The figures of a whole run, by subject, and what was wrong with it.
///
/// @param failures wrong answers and failed audits; figures of a failed run mean nothing
record BenchResult(Map<String, Figures> figures, List<String> failures) {
    static final String BASELINE = "baseline";

    BenchResult {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        failures = List.copyOf(failures);
    }

    /// Requests/s of each subject as a part of the baseline's.
    Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        Figures baseline = figures.get(BASELINE);
        if (baseline != null) {
            figures.forEach((name, figure) ->
                    ratios.put(name, figure.requestsPerSecond() / baseline.requestsPerSecond()));
            ratios.remove(BASELINE);
        }
        return ratios;
    }
}
