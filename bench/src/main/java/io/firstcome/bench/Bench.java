package io.firstcome.bench;

import io.firstcome.verify.client.ApiException;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// One benchmark run: servers in processes of their own, asked by a load on the same machine.
public final class Bench {
    private Bench() {}

    /// Runs a study and prints what it found; returns the exit code: 0, or 1 when a server answered
    /// wrongly or not at all, or did not do what it answered. An `IllegalStateException` when it
    /// can not be run here: a server does not start, refuses the campaign or the connections.
    ///
    /// The processes are ended and their data removed when this returns.
    public static int run(Study study, BenchOptions options, PrintStream out)
            throws InterruptedException {
        Map<String, String> machine = Machine.describe();
        machine.forEach((name, text) -> out.printf(Locale.ROOT, "%-15s %s%n", name, text));
        out.println();
        StudyResult result = result(study, options, out);
        result.print(out);
        result.failures().forEach(failure -> out.println("FAIL: " + failure));
        Path jsonFile = options.jsonFile();
        if (jsonFile != null) {
            write(jsonFile, ResultJson.write(study, options, result, machine));
            out.println("written to " + jsonFile);
        }
        return result.failures().isEmpty() ? 0 : 1;
    }

    private static StudyResult result(Study study, BenchOptions options, PrintStream out)
            throws InterruptedException {
        try {
            return study.experiment().run(options, out);
        } catch (ApiException refused) {
            throw new IllegalStateException(refused.getMessage(), refused);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
