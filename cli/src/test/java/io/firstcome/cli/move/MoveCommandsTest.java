package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

class MoveCommandsTest {
    @TempDir Path directory;

    @BeforeEach
    void makeLedger() {
        LedgerOptions options =
                new LedgerOptions(InstantSource.system(), new SplittableRandom(), null);
        try (Ledger ledger = SqlLedger.openSqlite(directory.resolve("a"), options)) {
            CampaignTerms terms = new CampaignTerms("n", 5, Window.from(0));
            ledger.createDurably(new CampaignId("friday"), terms);
            ledger.issueDurably(
                    List.of(new IssueBatch(1, List.of(new UserId("kim"), new UserId("lee")))));
        }
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private Run export(String ledger, String files) {
        return Cli.run("export", "--to", path(files), "--data-dir", path(ledger));
    }

    private Run bring(String files, String ledger) {
        return Cli.run("import", "--from", path(files), "--data-dir", path(ledger));
    }

    @Test
    void aLedgerIsMoved() {
        assertThat(export("a", "files"))
                .isEqualTo(
                        new Run(
                                0,
                                "friday: 2\nExported 1 campaigns with 2 coupons to %s.\n"
                                        .formatted(path("files")),
                                ""));
        assertThat(bring("files", "b"))
                .isEqualTo(
                        new Run(
                                0,
                                "friday: 2\nImported 1 campaigns with 2 coupons from %s; all of it"
                                                .formatted(path("files"))
                                        + " has arrived.\n",
                                ""));
        assertThat(export("b", "files-of-b").exitCode()).isZero();
    }

    @Test
    void whatCanNotBeMovedIsOneSentence() throws Exception {
        assertThat(Cli.run("export").err()).startsWith("Missing required option: '--to=DIRECTORY'");
        assertThat(Cli.run("import").exitCode()).isEqualTo(2);
        assertFails(
                export("none", "files"),
                "data directory: %s does not exist (expected: that of the ledger to export)\n"
                        .formatted(path("none")));
        assertThat(directory.resolve("none")).doesNotExist();
        assertFails(
                bring("none", "b"),
                path("none")
                        + ": no manifest (expected: an export that is finished; run ./firstcome"
                        + " export, or adopt, once more)\n");
        export("a", "files");
        assertFails(
                bring("files", "a"), "ledger: it has campaigns (expected: a ledger without any)\n");
        Run otherKey =
                Cli.run(
                        Map.of("FIRSTCOME_CODE_KEY", "00".repeat(32)),
                        "import",
                        "--from",
                        path("files"),
                        "--data-dir",
                        path("b"));
        assertFails(
                otherKey, "code key: not the one of the export (expected: that one, or none)\n");
        Files.writeString(directory.resolve("files/manifest"), "nothing");
        assertThat(bring("files", "b").err()).startsWith(path("files") + "/manifest: format: ");
        assertThat(directory.resolve("b")).doesNotExist();
    }

    private static void assertFails(Run run, String message) {
        assertThat(run).isEqualTo(new Run(1, "", message));
    }
}
