package io.firstcome.cli.move;

import io.firstcome.cli.Terminal;
import io.firstcome.ledger.sql.LedgerImport;
import io.firstcome.ledger.sql.LedgerImport.Origin;
import io.firstcome.server.Ledgers;
import io.firstcome.server.config.ServerConfig;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/// `import`.
@Command(
        description = {
            "Brings what `export` wrote into a ledger without campaigns, and looks whether all of"
                    + " it has arrived: every coupon with its holder, its ordinal and its code.",
            "",
            "Until then no server opens that ledger. Run once more after an interruption, it goes"
                    + " on where it stopped.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./firstcome import --from ./moving --ledger jdbc:postgresql://db.example/firstcome"
        })
public final class ImportCommand extends MoveCommand {
    @Option(
            names = "--from",
            paramLabel = "DIRECTORY",
            required = true,
            description = "Of a finished export.")
    private Path from = Path.of("");

    public ImportCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ServerConfig config) throws IOException, MoveException {
        ExportDirectory directory = new ExportDirectory(from);
        Manifest manifest = LedgerImporter.examine(directory);
        requireKey(config, manifest);
        Origin origin = new Origin(manifest.print(), manifest.codeKey(), manifest.micros());
        try (LedgerImport target = Ledgers.openImport(config, new SecureRandom(), origin)) {
            new LedgerImporter(directory, manifest, target, this::tellDone).perform();
        }
        tell(
                "Imported %d campaigns with %d coupons from %s; all of it has arrived.",
                "캠페인 %d개, 쿠폰 %d개를 %s에서 가져왔고, 모두 확인했습니다.", manifest, directory);
    }

    private static void requireKey(ServerConfig config, Manifest manifest) throws MoveException {
        if (config.codeKey() != null && !config.codeKey().equals(manifest.codeKey())) {
            throw new MoveException(
                    "code key: not the one of the export (expected: that one, or none)");
        }
    }
}
