package io.firstcome.cli.move;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.ledger.Logs;
import io.firstcome.cli.move.tables.TablesException;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.ledger.sql.LedgerOpenException;

import picocli.CommandLine;

import java.io.IOException;
import java.util.concurrent.Callable;

/// What the commands that write or read the files of an export have in common: what they tell, and
/// what may fail.
abstract class FilesCommand implements Callable<Integer> {
    final Terminal terminal;

    FilesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() {
        Logs.configure();
        try {
            run();
            return CommandLine.ExitCode.OK;
        } catch (MoveException | TablesException | LedgerOpenException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        } catch (LedgerException e) {
            throw new CommandFailure(e.getMessage() + ": " + e.getCause(), e);
        } catch (IOException e) {
            throw new CommandFailure("files: " + e, e);
        }
    }

    /// Does what the command is for.
    abstract void run() throws IOException, MoveException, TablesException;

    final void tellDone(Campaign campaign) {
        terminal.out().println(campaign.id() + ": " + campaign.issued());
    }

    /// Tells how many campaigns and coupons are where.
    final void tell(String english, String korean, Manifest manifest, ExportDirectory directory) {
        long coupons =
                manifest.entries().stream().mapToLong(entry -> entry.campaign().issued()).sum();
        tell(english, korean, manifest.entries().size(), coupons, directory.path());
    }

    final void tell(String english, String korean, Object... values) {
        terminal.out().println(terminal.language().choose(english, korean).formatted(values));
    }
}
