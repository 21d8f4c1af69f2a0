package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.cli.Cli.Run;
import io.firstcome.verify.history.HistoryFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class VerifyHistoryTest {
    private static final Instant START = Instant.parse("2025-06-23T11:57:00Z");
    private static final String CODE = "가나다라마바사아자0";

    @TempDir private Path directory;

    @Test
    void aGoodHistoryPasses() throws IOException {
        Run run = Cli.run("verify", "--replay", saved("one", 1, CODE));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "campaign one, 1 asks, 1 coupons\n",
                        "  PASS  Never over                    1 coupons of 1\n",
                        "PASS: ");
    }

    @Test
    void aBrokenPromiseFails() throws IOException {
        Run run = Cli.run("verify", "--replay", saved("one", 0, CODE));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("  FAIL  Never over", "FAIL: 1 of ");
    }

    @Test
    void severalAreJudgedTogetherToo() throws IOException {
        String one = saved("one", 1, CODE);
        String same = saved("other", 1, CODE);
        String different = saved("third", 1, "0123456789");

        assertThat(Cli.run("verify", "--replay", one, "--replay", different).exitCode()).isZero();
        Run run = Cli.run("verify", "--replay", one, "--replay", same);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("FAIL  Codes unique over campaigns   campaign one, ordinal 1 of u");
    }

    @Test
    void aReplayIsReportedInFilesToo() throws IOException {
        Path page = directory.resolve("page.html");
        Path json = directory.resolve("run.json");
        String file = saved("one", 1, CODE);
        Run run =
                Cli.run(
                        "verify",
                        "--replay",
                        file,
                        "--html",
                        page.toString(),
                        "--json",
                        json.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(page).content().contains("<title>PASS: verify: campaign one</title>");
        assertThat(json).content().contains("\"passed\"").doesNotContain("\"settings\"");
        assertThat(Cli.run("verify", "--replay", file, "--replay", file, "--html", "x").err())
                .startsWith("--replay: 2 files (expected: one, with --json or --html)\n");
    }

    @Test
    void aFileThatIsNoHistoryIsNotUnderstood() throws IOException {
        Path file = directory.resolve("bad");
        Files.writeString(file, "{\"format\":\"firstcome-history\",\"version\":9}\n");

        assertThat(Cli.run("verify", "--replay", file.toString()))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "--replay: "
                                        + file
                                        + ": line 1: version: 9 (expected: 1, the file is of a"
                                        + " newer verify)\nHelp: ./firstcome verify --help\n"));
    }

    @Test
    void aFileThatIsNotThereIsNotUnderstood() {
        Run run = Cli.run("verify", "--replay", directory.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--replay: " + directory.resolve("none") + ": NoSuchFile");
    }

    @Test
    void aFileThatCanNotBeWrittenIsRefusedBeforeAnythingIsCreated() {
        try (RecordingServer server = new RecordingServer()) {
            String file = directory.resolve("none/history").toString();
            Run run = Cli.run("verify", "--admin", server.url(), "--save", file);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("--save: " + file + " (expected: a file that can be written)\n");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void whatIsSavedIsTheHistory() throws IOException {
        Path file = directory.resolve("saved.jsonl.gz");
        History history = HistoryFile.read(Path.of(saved("one", 1, CODE)));

        saving(file).save(history);

        assertThat(HistoryFile.read(file)).isEqualTo(history);
    }

    @Test
    void aHistoryThatCanNotBeSavedIsAFailure() throws IOException {
        Path file = directory.resolve("gone/saved");
        History history = HistoryFile.read(Path.of(saved("one", 1, CODE)));

        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> saving(file).save(history))
                .withMessageStartingWith("--save: " + file + " was not written: ");
    }

    private static HistoryOptions saving(Path file) {
        return CommandLine.populateCommand(new HistoryOptions(), "--save", file.toString());
    }

    @Test
    void aReplayIsNotSaved() throws IOException {
        Run run = Cli.run("verify", "--replay", saved("one", 1, CODE), "--save", "x");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("--save: x (expected: no --replay)\n");
    }

    private String saved(String campaign, long limit, String code) throws IOException {
        Coupon coupon = new Coupon("u", 1, code, START.plusMillis(1));
        long sent = Campaign.limited(campaign, limit, START).startNanos();
        Ask ask = new Ask("u", sent, sent + 2_000_000, new Issued(coupon, false));
        Listing after = new Listing(List.of(coupon), List.of(code), 1);
        Path file = directory.resolve(campaign + ".jsonl.gz");
        HistoryFile.write(
                file,
                new History(
                        Campaign.limited(campaign, limit, START),
                        0,
                        List.of(ask),
                        Listing.EMPTY,
                        after));
        return file.toString();
    }
}
