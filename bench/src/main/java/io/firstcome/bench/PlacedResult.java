package io.firstcome.bench;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was measured beside a baseline, compared with the placed one as well.
record PlacedResult(BenchResult measured) implements StudyResult {
    @Override
    public void print(PrintStream out) {
        measured.print(out);
        out.println();
        ratios(Figure.REQUESTS_PER_SECOND)
                .forEach((name, ratio) ->
                        out.printf(
                                Locale.ROOT,
                                "%s: %.2f of the requests/s of %s%n",
                                name,
                                ratio,
                                Echo.PLACED));
    }

    private Map<String, Double> ratios(Figure figure) {
        return measured.ratiosTo(Echo.PLACED, figure);
    }

    @Override
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(measured.members());
        members.put("ratiosToPlaced", BenchResult.members(this::ratios));
        return members;
    }

    @Override
    public List<String> failures() {
        return measured.failures();
    }
}
