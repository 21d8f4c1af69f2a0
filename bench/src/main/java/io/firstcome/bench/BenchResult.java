package io.firstcome.bench;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// What was measured of several subjects, and what was wrong with it.
record BenchResult(List<Row> rows, List<String> failures) implements StudyResult {
    BenchResult {
        rows = List.copyOf(rows);
        failures = List.copyOf(failures);
    }

    /// Both together.
    BenchResult and(BenchResult other) {
        return new BenchResult(
                Stream.concat(rows.stream(), other.rows.stream()).toList(),
                Stream.concat(failures.stream(), other.failures.stream()).toList());
    }

    /// The medians of all rows that are compared with another, as parts of that one's.
    Map<String, Double> ratios(Figure figure) {
        Map<String, Row> named = new LinkedHashMap<>();
        rows.forEach(row -> named.put(row.name(), row));
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Row row : rows) {
            Row reference = named.get(row.reference());
            if (reference != null && !row.isReference()) {
                ratios.put(row.name(), row.median(figure) / reference.median(figure));
            }
        }
        return ratios;
    }

    /// The medians of all other rows as parts of that of the one with this name.
    Map<String, Double> ratiosTo(String name, Figure figure) {
        List<Row> toIt = rows.stream().map(row -> new Row(row.name(), name, row.rounds())).toList();
        return new BenchResult(toIt, List.of()).ratios(figure);
    }

    /// The ratios of each figure for JSON.
    static Map<String, @Nullable Object> members(Function<Figure, Map<String, Double>> ratios) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
            ratios.apply(figure).forEach((name, ratio) -> numbers.put(name, Spread.number(ratio)));
            members.put(figure.key(), numbers);
        }
        return members;
    }

    @Override
    public void print(PrintStream out) {
        ResultTable.print(this, out);
    }

    @Override
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        rows.forEach(row -> members.put(row.name(), row.members()));
        members.put("ratios", members(this::ratios));
        return members;
    }
}
