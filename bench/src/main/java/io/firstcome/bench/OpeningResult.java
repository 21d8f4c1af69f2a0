package io.firstcome.bench;

import io.firstcome.check.Finding;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How several drops opened.
///
/// @param coupons how many each of them had
record OpeningResult(int coupons, List<Opening> openings) implements StudyResult {
    private static final double FIRST_MILLIS = 5;
    private static final double ALL_MILLIS = 100;

    OpeningResult {
        openings = List.copyOf(openings);
    }

    @Override
    public void print(PrintStream out) {
        print("first coupon", Opening::firstMillis, FIRST_MILLIS, out);
        print("all coupons", Opening::allMillis, ALL_MILLIS, out);
    }

    private void print(
            String what, ToDoubleFunction<Opening> figure, double limit, PrintStream out) {
        Spread spread = spread(figure);
        out.printf(
                Locale.ROOT,
                "%-12s after the start: best %.2f, median %.2f, worst %.2f ms;"
                        + " %d of %d within %.0f ms%n",
                what,
                spread.least(),
                spread.median(),
                spread.most(),
                openings.stream().filter(opening -> figure.applyAsDouble(opening) <= limit).count(),
                openings.size(),
                limit);
    }

    private Spread spread(ToDoubleFunction<Opening> figure) {
        return Spread.of(openings.stream().mapToDouble(figure));
    }

    @Override
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("firstMillis", spread(Opening::firstMillis).members());
        members.put("allMillis", spread(Opening::allMillis).members());
        members.put("openings", openings.stream().map(Opening::members).toList());
        return members;
    }

    @Override
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (int index = 0; index < openings.size(); index++) {
            Opening opening = openings.get(index);
            String name = "opening " + (index + 1) + ": ";
            if (opening.told() != coupons) {
                failures.add(
                        name + "told " + opening.told() + " coupons (expected: " + coupons + ")");
            }
            for (Finding finding : opening.broken()) {
                failures.add(name + finding.promise() + ": " + finding.evidence());
            }
        }
        return failures;
    }
}
