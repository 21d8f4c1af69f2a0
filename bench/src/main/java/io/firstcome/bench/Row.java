package io.firstcome.bench;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was measured of one subject.
///
/// @param reference the name of the row that it is compared with; its own: it is one
record Row(String name, String reference, List<Round> rounds) {
    Row {
        rounds = List.copyOf(rounds);
    }

    Spread spread(Figure figure) {
        return Spread.of(rounds.stream().mapToDouble(figure::of));
    }

    double median(Figure figure) {
        return spread(figure).median();
    }

    boolean isReference() {
        return name.equals(reference);
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            members.put(figure.key(), Spread.number(median(figure)));
        }
        members.put("rounds", rounds.stream().map(Row::numbers).toList());
        return members;
    }

    private static Map<String, @Nullable Object> numbers(Round round) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            members.put(figure.key(), Spread.number(figure.of(round)));
        }
        return members;
    }
}
