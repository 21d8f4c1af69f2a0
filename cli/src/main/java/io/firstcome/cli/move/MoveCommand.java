package io.firstcome.cli.move;

import io.firstcome.cli.Terminal;
import io.firstcome.cli.ledger.LedgerOptions;
import io.firstcome.server.config.ServerConfig;

import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.Map;

/// What `export` and `import` have in common: the ledger.
abstract class MoveCommand extends FilesCommand {
    @Mixin private LedgerOptions ledger = new LedgerOptions();

    MoveCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    final void run() throws IOException, MoveException {
        run(ledger.read(Map.of(), terminal.environment()).server());
    }

    /// Does what the command is for.
    abstract void run(ServerConfig config) throws IOException, MoveException;
}
