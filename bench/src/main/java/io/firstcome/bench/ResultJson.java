package io.firstcome.bench;

import io.firstcome.verify.client.Json;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The results of a run as a JSON document.
final class ResultJson {
    private ResultJson() {}

    /// One object per subject, then the ratios and the machine.
    static String write(BenchResult result, Map<String, String> machine) {
        Map<String, String> members = new LinkedHashMap<>();
        result.figures().forEach((name, figures) -> members.put(name, figures(figures)));
        members.put("ratios", numbers(result.ratios()));
        members.put("machine", texts(machine));
        return object(members) + "\n";
    }

    private static String figures(Figures figures) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("requestsPerSecond", figures.requestsPerSecond());
        numbers.put("p50Millis", figures.p50Millis());
        numbers.put("p99Millis", figures.p99Millis());
        numbers.put("serverCpuMicrosPerRequest", figures.serverCpuMicrosPerRequest());
        numbers.put("generatorCpuMicrosPerRequest", figures.generatorCpuMicrosPerRequest());
        numbers.put("slowestRequestsPerSecond", figures.slowestRequestsPerSecond());
        numbers.put("fastestRequestsPerSecond", figures.fastestRequestsPerSecond());
        return numbers(numbers);
    }

    private static String numbers(Map<String, Double> numbers) {
        Map<String, String> members = new LinkedHashMap<>();
        numbers.forEach((name, number) -> members.put(name, number(number)));
        return object(members);
    }

    /// JSON has no word for what a window without a request gives.
    private static String number(double number) {
        return Double.isFinite(number) ? String.format(Locale.ROOT, "%.3f", number) : "null";
    }

    private static String texts(Map<String, String> texts) {
        Map<String, String> members = new LinkedHashMap<>();
        texts.forEach((name, text) -> members.put(name, Json.quote(text)));
        return object(members);
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> Json.quote(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
