package io.firstcome.bench;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/// What was measured several times: the median, and how far the values were apart.
record Spread(double least, double median, double most) {
    private static final int DECIMALS = 3;

    /// Of at least one value.
    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int middle = sorted.length / 2;
        double median =
                sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("least", number(least));
        members.put("median", number(median));
        members.put("most", number(most));
        return members;
    }

    /// A number for JSON, which has no word for what a window without a request gives.
    static @Nullable Object number(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP)
                : null;
    }
}
