package io.firstcome.cli.move;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.serve.LedgerOptions;
import io.firstcome.cli.serve.Logs;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.ledger.sql.LedgerOpenException;
import io.firstcome.server.config.ServerConfig;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

/// What `export` and `import` have in common: the ledger, and what may fail.
abstract class MoveCommand implements Callable<Integer> {
    final Terminal terminal;

    @Mixin private LedgerOptions ledger = new LedgerOptions();

    MoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() {
        ServerConfig config = ledger.read(Map.of(), terminal.environment()).server();
        Logs.configure();
        try {
            run(config);
            return CommandLine.ExitCode.OK;
        } catch (MoveException | LedgerOpenException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        } catch (LedgerException e) {
            throw new CommandFailure(e.getMessage() + ": " + e.getCause(), e);
        } catch (IOException e) {
            throw new CommandFailure("files: " + e, e);
        }
    }

    /// Does what the command is for.
    abstract void run(ServerConfig config) throws IOException, MoveException;

    final void tellDone(Campaign campaign) {
        terminal.out().println(campaign.id() + ": " + campaign.issued());
    }

    final void tell(String english, String korean, Manifest manifest, ExportDirectory directory) {
        long coupons =
                manifest.entries().stream().mapToLong(entry -> entry.campaign().issued()).sum();
        int campaigns = manifest.entries().size();
        terminal.out()
                .println(
                        terminal.language()
                                .choose(english, korean)
                                .formatted(campaigns, coupons, directory.path()));
    }
}
