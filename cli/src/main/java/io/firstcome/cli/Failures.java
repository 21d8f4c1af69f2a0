package io.firstcome.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;

/// Tells a person what went wrong.
final class Failures {
    private Failures() {}

    /// The arguments were not understood: says why and where help is.
    static int misunderstood(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, err);
        err.println("Help: ./" + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /// The command failed: says why, and where only when asked to.
    static int failed(Terminal terminal, FirstcomeCommand root, Exception failure) {
        terminal.out().flush();
        if (failure instanceof CommandFailure) {
            terminal.err().println(failure.getMessage());
        } else {
            terminal.err().println("This should not have happened: " + failure);
        }
        if (root.isVerbose()) {
            failure.printStackTrace(terminal.err());
        }
        return ExitCode.SOFTWARE;
    }
}
