package io.firstcome.cli;

import io.firstcome.cli.campaign.CampaignTree;
import io.firstcome.cli.client.UrlsOfEnvironment;
import io.firstcome.cli.key.KeyTree;
import io.firstcome.cli.move.AdoptCommand;
import io.firstcome.cli.move.ExportCommand;
import io.firstcome.cli.move.ImportCommand;
import io.firstcome.cli.serve.ServeCommand;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Which commands there are, and how they run.
final class CommandTree {
    private static final List<String> NAMES =
            List.of(
                    "serve",
                    "campaign",
                    "issue",
                    "key",
                    "export",
                    "import",
                    "adopt",
                    "verify",
                    "bench");

    private CommandTree() {}

    /// Runs the command that `args` name.
    ///
    /// @return the exit code: 0 done, 1 failed, 2 not understood
    static int run(Terminal terminal, String... args) {
        FirstcomeCommand root = new FirstcomeCommand();
        CommandLine line = new CommandLine(root);
        for (String name : CommandNames.among(NAMES, args, 0)) {
            line.addSubcommand(name, command(name, args, terminal));
        }
        return line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(new UrlsOfEnvironment(terminal.environment()))
                .setParameterExceptionHandler(Failures::misunderstood)
                .setExecutionExceptionHandler(
                        (failure, _, _) -> Failures.failed(terminal, root, failure))
                .execute(args);
    }

    private static Object command(String name, String[] args, Terminal terminal) {
        return switch (name) {
            case "serve" -> new ServeCommand(terminal);
            case "campaign" -> CampaignTree.line(args, terminal);
            case "issue" -> new IssueCommand(terminal);
            case "key" -> KeyTree.line(args, terminal);
            case "export" -> new ExportCommand(terminal);
            case "import" -> new ImportCommand(terminal);
            case "adopt" -> new AdoptCommand(terminal);
            case "verify" -> new VerifyCommand(terminal);
            case "bench" -> new BenchCommand(terminal);
            default -> throw new IllegalArgumentException("name: " + name);
        };
    }
}
