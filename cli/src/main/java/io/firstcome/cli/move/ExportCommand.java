package io.firstcome.cli.move;

import io.firstcome.cli.Terminal;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.server.Ledgers;
import io.firstcome.server.config.ServerConfig;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// `export`.
@Command(
        description = {
            "Writes a whole ledger to files: campaigns, coupons, keys, and the key of the codes.",
            "",
            "Stop its servers first. Run once more after an interruption, it goes on where it"
                    + " stopped. Whoever can read the files can compute every code.",
            ""
        },
        footer = {"", "Example:", "  ./firstcome export --to ./moving"})
public final class ExportCommand extends MoveCommand {
    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            required = true,
            description = "A new directory, or that of an export of the same ledger.")
    private Path to = Path.of("");

    public ExportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ServerConfig config) throws IOException, MoveException {
        requireLedger(config);
        ExportDirectory directory = new ExportDirectory(to);
        try (Ledger ledger = Ledgers.open(config, new SecureRandom())) {
            Manifest manifest =
                    new LedgerExporter(ledger, directory, ExportDirectory.PIECE_MAX, this::tellDone)
                            .export();
            tell(
                    "Exported %d campaigns with %d coupons to %s.",
                    "캠페인 %d개, 쿠폰 %d개를 %s에 내보냈습니다.", manifest, directory);
        }
    }

    /// Or one would be made.
    private static void requireLedger(ServerConfig config) throws MoveException {
        if (config.database() == null && !Files.isDirectory(config.dataDir())) {
            throw new MoveException(
                    "data directory: %s does not exist (expected: that of the ledger to export)"
                            .formatted(config.dataDir()));
        }
    }
}
