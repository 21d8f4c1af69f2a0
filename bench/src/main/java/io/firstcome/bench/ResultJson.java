package io.firstcome.bench;

import io.firstcome.verify.report.JsonText;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a study has found as a JSON document.
final class ResultJson {
    private static final String FORMAT = "firstcome-bench/1";

    private ResultJson() {}

    static String write(
            Study study, BenchOptions options, StudyResult result, Map<String, String> machine) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("study", study.name().toLowerCase(Locale.ROOT));
        document.put("connections", options.connections());
        document.put("rounds", options.rounds());
        document.put("measuredMillis", options.measured().toMillis());
        document.putAll(result.members());
        document.put("failures", result.failures());
        document.put("machine", machine);
        return JsonText.of(document) + "\n";
    }
}
