package io.firstcome.bench;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// How several drops opened.
///
/// @param isStrict whether a warning fails them
/// @param together what they show together
record OpeningResult(Drops drops, boolean isStrict, List<Opening> openings, Finding together)
        implements StudyResult {
    private static final double FIRST_MILLIS = 5;
    private static final double ALL_MILLIS = 100;

    OpeningResult {
        openings = List.copyOf(openings);
    }

    @Override
    public void print(PrintStream out) {
        print("first coupon", Opening::firstMillis, FIRST_MILLIS, out);
        print("all coupons", Opening::allMillis, ALL_MILLIS, out);
        long green = openings.stream().filter(opening -> opening.notPassed().isEmpty()).count();
        out.printf("every promise passed in %d of %d%n", green, openings.size());
        unsure().forEach(out::println);
        out.println(Opening.sentence(together));
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
        Map<String, @Nullable Object> members = new LinkedHashMap<>(drops.members());
        members.put("firstMillis", spread(Opening::firstMillis).members());
        members.put("allMillis", spread(Opening::allMillis).members());
        members.put("openings", openings.stream().map(Opening::members).toList());
        members.put("together", Opening.sentence(together));
        return members;
    }

    /// Warnings that fail nothing.
    private List<String> unsure() {
        return sentences(finding -> !fails(finding));
    }

    @Override
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (int index = 0; index < openings.size(); index++) {
            long told = openings.get(index).told();
            if (told != Drops.COUPONS) {
                failures.add(
                        name(index)
                                + "told "
                                + told
                                + " coupons (expected: "
                                + Drops.COUPONS
                                + ")");
            }
        }
        failures.addAll(sentences(this::fails));
        if (together.result() != Result.PASS) {
            failures.add("together: " + Opening.sentence(together));
        }
        return failures;
    }

    private boolean fails(Finding finding) {
        return isStrict || finding.result() != Result.WARN;
    }

    private List<String> sentences(Predicate<Finding> wanted) {
        return IntStream.range(0, openings.size())
                .boxed()
                .flatMap(index ->
                        openings.get(index).notPassed().stream()
                                .filter(wanted)
                                .map(finding -> name(index) + Opening.sentence(finding)))
                .toList();
    }

    private static String name(int index) {
        return "opening " + (index + 1) + ": ";
    }
}
