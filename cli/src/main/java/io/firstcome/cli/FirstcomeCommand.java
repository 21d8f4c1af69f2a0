package io.firstcome.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// `firstcome` without a command, and the options every command has.
@Command(
        name = "firstcome",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "First-come-first-served coupons: exactly N, one each, durable before \"issued\".",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Start here:",
            "  ./firstcome serve",
            "Help on one: ./firstcome serve --help"
        })
final class FirstcomeCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "When something fails, show where it came from.")
    private boolean verbose;

    boolean isVerbose() {
        return verbose;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
