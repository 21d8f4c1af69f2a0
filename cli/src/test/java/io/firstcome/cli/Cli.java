package io.firstcome.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/// Runs commands as the process would, in Seoul on 23 June 2025 at 20:56:50.
public final class Cli {
    /// Its time.
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-06-23T11:56:50Z"), ZoneId.of("Asia/Seoul"));

    /// What a command left behind.
    public record Run(int exitCode, String out, String err) {}

    private Cli() {}

    public static Run run(String... args) {
        return run(Map.of(), args);
    }

    public static Run run(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), environment, () -> CLOCK, false);
        int exitCode = CommandTree.run(terminal, args);
        return new Run(
                exitCode,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
