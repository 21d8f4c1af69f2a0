package io.firstcome.cli.key;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `key revoke`.
@Command(
        description = {
            "Has a key open nothing any more, within about a second, on every server. What is being"
                    + " answered then is finished; a stream that is open with it ends.",
            ""
        },
        footer = {"", "Example:", "  ./firstcome key revoke 1f2e3d4c5b6a"})
final class RevokeKeyCommand extends KeyCommand {
    @Parameters(paramLabel = "ID", description = "Of the key, as `key list` shows it.")
    private String id = "";

    RevokeKeyCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run() {
        boolean exists = use(keys -> keys.revoke(id, nowMicros()));
        if (!exists) {
            throw new CommandFailure(
                    "ID: %s (expected: the id of a key, see ./firstcome key list)".formatted(id));
        }
        terminal.out().println("Revoked " + id + ".");
    }
}
