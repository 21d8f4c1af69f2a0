package io.firstcome.cli.move.tables;

import io.firstcome.cli.text.Printable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The faults that were found: of each kind how many, and the first few.
final class Faults {
    private static final int SHOWN_MAX = 5;

    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    private final Map<Fault, List<String>> shown = new EnumMap<>(Fault.class);

    void add(Fault fault, String row) {
        counts.merge(fault, 1L, Long::sum);
        List<String> rows = shown.computeIfAbsent(fault, _ -> new ArrayList<>());
        if (rows.size() < SHOWN_MAX) {
            rows.add(Printable.line(row));
        }
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    void requireNone(Layout layout) throws TablesException {
        if (!isEmpty()) {
            throw new TablesException(text(layout));
        }
    }

    private String text(Layout layout) {
        StringBuilder text = new StringBuilder("tables: rows are not as a ledger needs them");
        counts.forEach((fault, count) -> {
            text.append('\n').append(fault.told(layout, count));
            List<String> rows = shown.getOrDefault(fault, List.of());
            rows.forEach(row -> text.append("\n  ").append(row));
            if (rows.size() < count) {
                text.append("\n  and %d more".formatted(count - rows.size()));
            }
        });
        return text.toString();
    }
}
