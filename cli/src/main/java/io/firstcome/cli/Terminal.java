package io.firstcome.cli;

import io.firstcome.cli.text.Language;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Supplier;

/// What a command prints to and what it learns from its surroundings.
///
/// @param environment all variables
/// @param clocks gives the time and the zone in which people read it; only when asked, because to
///   find the zone takes long enough to be noticed
/// @param colour whether `out` shows colours
public record Terminal(
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Supplier<Clock> clocks,
        boolean colour) {

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /// This process's terminal.
    static Terminal system() {
        Map<String, String> environment = System.getenv();
        return new Terminal(
                System.out,
                System.err,
                environment,
                () -> Clock.system(ZoneId.systemDefault()),
                wantsColour(environment) && isTerminal());
    }

    /// See no-color.org.
    static boolean wantsColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /// Whether standard output goes to a terminal, where the system has this way to tell. Java's
    /// own takes tens of milliseconds.
    private static boolean isTerminal() {
        try {
            Path output = Files.readSymbolicLink(STANDARD_OUTPUT);
            return output.startsWith("/dev/pts") || output.toString().startsWith("/dev/tty");
        } catch (IOException _) {
            return false;
        }
    }

    /// The time, and the zone in which people read it.
    public Clock clock() {
        return clocks.get();
    }

    /// The language in which it is read.
    public Language language() {
        return Language.of(environment);
    }

    /// `text` so that it stands out.
    public String bold(String text) {
        return escaped("1", text);
    }

    /// `text` so that it stands back.
    public String dim(String text) {
        return escaped("2", text);
    }

    private String escaped(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
