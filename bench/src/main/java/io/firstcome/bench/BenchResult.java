package io.firstcome.bench;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @Override
    public void print(PrintStream out) {
        ResultTable.print(this, out);
    }

    @Override
    public Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        rows.forEach(row -> members.put(row.name(), row.members()));
        Map<String, @Nullable Object> ratios = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
            ratios(figure).forEach((name, ratio) -> numbers.put(name, Spread.number(ratio)));
            ratios.put(figure.key(), numbers);
        }
        members.put("ratios", ratios);
        return members;
    }
}
