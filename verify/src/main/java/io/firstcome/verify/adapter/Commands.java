package io.firstcome.verify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.Json;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Runs the program that prints what was issued.
final class Commands {
    private static final String CAMPAIGN = "${campaign}";

    private Commands() {}

    /// Each printed line as an array of its fields. No shell is in between.
    static List<Json> lines(List<String> command, String campaignId) throws InterruptedException {
        List<String> words =
                command.stream().map(word -> word.replace(CAMPAIGN, campaignId)).toList();
        try {
            Process process =
                    new ProcessBuilder(words)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw fault(words.getFirst() + ": exit code " + exitCode, "0");
            }
            return printed.lines().filter(line -> !line.isBlank()).map(Commands::fields).toList();
        } catch (IOException cause) {
            throw fault(String.valueOf(cause.getMessage()), "a program on the PATH");
        }
    }

    private static ApiException fault(String problem, String expected) {
        return new ApiException(
                "%s (expected: %s; --without-list judges by the answers alone)"
                        .formatted(problem, expected),
                false);
    }

    private static Json fields(String line) {
        String array =
                Arrays.stream(line.split("\t", -1))
                        .map(Json::quote)
                        .collect(Collectors.joining(",", "[", "]"));
        return Json.parse(array);
    }
}
