package io.firstcome.verify.report;

import io.firstcome.check.Ask;
import io.firstcome.check.Outcome.Unknown;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many asks came to what.
///
/// @param counts by kind; a kind that did not occur is absent
/// @param causes why nothing is known of some, the most frequent first, at most ten
record Outcomes(Map<OutcomeKind, Long> counts, Map<String, Long> causes) {
    private static final int CAUSES_MAX = 10;

    static Outcomes of(List<Ask> asks) {
        Map<OutcomeKind, Long> counts = new EnumMap<>(OutcomeKind.class);
        Map<String, Long> causes = new HashMap<>();
        for (Ask ask : asks) {
            counts.merge(OutcomeKind.of(ask.outcome()), 1L, Long::sum);
            if (ask.outcome() instanceof Unknown(String cause)) {
                causes.merge(cause, 1L, Long::sum);
            }
        }
        return new Outcomes(Collections.unmodifiableMap(counts), mostFrequent(causes));
    }

    private static Map<String, Long> mostFrequent(Map<String, Long> causes) {
        Map<String, Long> first = new LinkedHashMap<>();
        causes.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(CAUSES_MAX)
                .forEach(cause -> first.put(cause.getKey(), cause.getValue()));
        return Collections.unmodifiableMap(first);
    }
}
