package io.firstcome.verify.report;

import io.firstcome.verify.client.Json;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Maps, lists, text, numbers and truths as JSON text.
public final class JsonText {
    private JsonText() {}

    /// The text of a value; of any other object it is its own text, quoted.
    public static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> members -> object(members);
            case Collection<?> elements -> array(elements.stream());
            case long[] numbers -> array(Arrays.stream(numbers).boxed());
            case BigDecimal number -> number.toPlainString();
            case Long _, Integer _, Boolean _ -> value.toString();
            default -> Json.quote(value.toString());
        };
    }

    private static String object(Map<?, ?> members) {
        return members.entrySet().stream()
                .map(member ->
                        Json.quote(String.valueOf(member.getKey())) + ":" + of(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(Stream<?> elements) {
        return elements.map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
    }

    /// Nanoseconds as milliseconds, to the last digit.
    static BigDecimal millis(long nanos) {
        BigDecimal millis = BigDecimal.valueOf(nanos, 6).stripTrailingZeros();
        return millis.scale() < 0 ? millis.setScale(0) : millis;
    }
}
