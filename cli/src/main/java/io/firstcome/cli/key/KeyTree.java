package io.firstcome.cli.key;

import io.firstcome.cli.CommandNames;
import io.firstcome.cli.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

/// `key` without a command, and which commands it has.
@Command(
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Makes, lists and revokes the keys that callers of a server need who are not on its"
                    + " machine.",
            "",
            "It works on the ledger itself, so it is run where the ledger can be reached, while"
                    + " servers run or not; they know of a change within about a second.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {"", "Example:", "  ./firstcome key create --role issuer --name \"shop backend\""})
public final class KeyTree implements Callable<Integer> {
    private static final List<String> NAMES = List.of("create", "list", "revoke");

    @Spec private CommandSpec spec = CommandSpec.create();

    private KeyTree() {}

    /// `key` with those of its commands that `args` name.
    public static CommandLine line(String[] args, Terminal terminal) {
        CommandLine line = new CommandLine(new KeyTree());
        for (String name : CommandNames.among(NAMES, args, 1)) {
            line.addSubcommand(name, command(name, terminal));
        }
        return line;
    }

    private static KeyCommand command(String name, Terminal terminal) {
        return switch (name) {
            case "create" -> new CreateKeyCommand(terminal);
            case "list" -> new ListKeysCommand(terminal);
            case "revoke" -> new RevokeKeyCommand(terminal);
            default -> throw new IllegalArgumentException("name: " + name);
        };
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
