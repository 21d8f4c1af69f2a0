package io.firstcome.cli;

import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.JavaCommand;
import io.firstcome.verify.rehearse.Stage;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.nio.file.Path;
import java.util.List;

/// `--rehearse`: a campaign's settings, played on a server that is thrown away.
final class RehearseOptions {
    private static final List<String> NOT_REHEARSED =
            List.of("--coupons", "--ends-after", "--adapter", "--without-list", "--replay");

    @Option(
            names = "--rehearse",
            description = {
                "Play --campaign on a server of this program with a ledger that is thrown away,",
                "and say how the drop would go. The campaign and its server are only read."
            })
    private boolean rehearse;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = {
                "Where the rehearsal's ledger lies, in a directory of its own that is removed.",
                "Name one on the disk of the real ledger: its speed and room are measured.",
                "Else the system's temporary directory."
            })
    private @Nullable Path directory;

    boolean isAsked() {
        return rehearse;
    }

    /// Refuses what does not go together.
    void check(CommandLine command) {
        if (!rehearse) {
            if (directory != null) {
                throw misuse(command, "--data-dir: " + directory + " (expected: --rehearse too)");
            }
            return;
        }
        for (String option : NOT_REHEARSED) {
            if (command.getParseResult().hasMatchedOption(option)) {
                throw misuse(command, option + ": given (expected: none, with --rehearse)");
            }
        }
        if (!command.getParseResult().hasMatchedOption("--campaign")) {
            throw misuse(command, "--campaign: absent (expected: the one to rehearse)");
        }
    }

    private static ParameterException misuse(CommandLine command, String message) {
        return new ParameterException(command, message);
    }

    /// Where it is played.
    Stage stage() {
        return new Stage(JavaCommand.of(FirstcomeNode.MAIN_CLASS), parent());
    }

    private Path parent() {
        return directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : directory;
    }

    /// Where the ledger lies, and who chose that.
    String sentence() {
        return "rehearsal on a server of this program, in ten seconds, its ledger to be thrown away"
                + " in "
                + parent()
                + (directory == null ? " (the temporary directory; see --data-dir)" : "");
    }
}
