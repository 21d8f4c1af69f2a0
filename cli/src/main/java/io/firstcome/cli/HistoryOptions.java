package io.firstcome.cli;

import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.verify.Replay;
import io.firstcome.verify.history.HistoryFile;
import io.firstcome.verify.report.ReportOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `--save` and `--replay`: what was heard, as a file.
final class HistoryOptions {
    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = {
                "Save what was heard, for --replay, whatever the verdict is.",
                "JSON lines, compressed when FILE ends in .gz."
            })
    private @Nullable Path saved;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = {
                "Judge a saved history. May be given again for others:",
                "then no code may be in two campaigns either."
            })
    private List<Path> replayed = List.of();

    boolean isReplay() {
        return !replayed.isEmpty();
    }

    /// Judges the files; one that can not be read is a `ParameterException`.
    Verdict replay(CommandLine command, ReportOptions reported, PrintStream out) {
        if (saved != null) {
            throw new ParameterException(command, "--save: " + saved + " (expected: no --replay)");
        }
        try {
            return Replay.run(replayed, reported, out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ParameterException(command, "--replay: " + reason(e), e);
        }
    }

    private static String reason(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean plain = failure.getClass().getName().startsWith("java.");
        return plain ? message + ": " + failure.getClass().getSimpleName() : message;
    }

    /// Refuses, before anything is done, a file that could not be written.
    void checkSave(CommandLine command) {
        if (saved != null && !isWritable(saved)) {
            throw new ParameterException(
                    command, "--save: " + saved + " (expected: a file that can be written)");
        }
    }

    private static boolean isWritable(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent != null
                && (Files.exists(file)
                        ? Files.isRegularFile(file) && Files.isWritable(file)
                        : Files.isWritable(parent));
    }

    /// Saves, where it was asked for.
    void save(History history) {
        if (saved == null) {
            return;
        }
        try {
            HistoryFile.write(saved, history);
        } catch (IOException e) {
            throw new CommandFailure("--save: " + saved + " was not written: " + e, e);
        }
    }
}
