package io.firstcome.cli.move;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.ledger.SettingsFile;
import io.firstcome.cli.move.tables.Adoption;
import io.firstcome.cli.move.tables.Plan;
import io.firstcome.cli.move.tables.TablesAddress;
import io.firstcome.cli.move.tables.TablesException;
import io.firstcome.cli.move.tables.TablesReader;
import io.firstcome.core.code.CodeKey;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/// `adopt`.
@Command(
        description = {
            "Writes the tables of a coupon system you built to files that `import` brings into a"
                    + " ledger: campaigns, and who has which coupon of them.",
            "",
            "Stop issuing first; the tables are only read. User and password are"
                    + " FIRSTCOME_TABLES_USER and FIRSTCOME_TABLES_PASSWORD. Every coupon gets a"
                    + " new code, and whoever can read the files can compute it.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./firstcome adopt --from jdbc:mysql://db.example/coupon --zone Asia/Seoul"
                    + " --to ./moving",
            "  ./firstcome import --from ./moving"
        })
public final class AdoptCommand extends FilesCommand {
    private static final int KEY_BYTES = 32;

    @Option(
            names = "--from",
            paramLabel = "URL",
            required = true,
            description =
                    "Their database: jdbc:mysql://..., jdbc:mariadb://... or"
                            + " jdbc:postgresql://...")
    private String from = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            required = true,
            converter = Zone.class,
            description =
                    "Where the clock hung that their times are of, such as Asia/Seoul; or UTC.")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            required = true,
            description = "A new directory, or an empty one.")
    private Path to = Path.of("");

    @Option(
            names = "--mend",
            description = {
                "Leave out later coupons of the same user, and those of no campaign; left-out.tsv",
                "has them. Give a campaign as many as it has issued. Else all this is refused."
            })
    private boolean mend;

    @Mixin private SettingsFile settings = new SettingsFile();

    public AdoptCommand(Terminal terminal) {
        super(terminal);
    }

    /// A zone by its name.
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        text + " (expected: a zone such as Asia/Seoul, or UTC)");
            }
        }
    }

    @Override
    void run() throws IOException, MoveException, TablesException {
        TablesAddress address = address();
        CodeKey key = settings.read(Map.of(), terminal.environment()).server().codeKey();
        Plan plan = new Plan(zone, mend, terminal.clock().instant());
        ExportDirectory directory = new ExportDirectory(to);
        directory.createEmpty();
        try (AdoptedFiles files = new AdoptedFiles(directory, ExportDirectory.PIECE_MAX)) {
            Adoption adoption = new TablesReader(address, plan).read(files);
            Manifest manifest =
                    files.finishDurably(
                            key == null ? randomKey() : key,
                            plan.nowMicros(),
                            adoption.campaigns());
            adoption.campaigns().forEach(this::tellDone);
            tell(
                    "Wrote %d campaigns with %d coupons to %s.",
                    "캠페인 %d개, 쿠폰 %d개를 %s에 썼습니다.", manifest, directory);
            new AdoptionReport(this, directory).tell(adoption);
        }
    }

    private static CodeKey randomKey() {
        byte[] bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new CodeKey(bytes);
    }

    private TablesAddress address() {
        Map<String, String> environment = terminal.environment();
        try {
            return new TablesAddress(
                    from,
                    environment.get("FIRSTCOME_TABLES_USER"),
                    environment.get("FIRSTCOME_TABLES_PASSWORD"));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--from: " + e.getMessage(), e);
        }
    }
}
