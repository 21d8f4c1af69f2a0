package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.cli.Cli.Run;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.JavaCommand;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Rehearsals beside a real server.
@Timeout(120)
class VerifyRehearsalTest {
    private static final List<String> LAUNCHER = JavaCommand.of(FirstcomeNode.MAIN_CLASS);

    private static FirstcomeNode real;

    @TempDir private Path directory;
    @TempDir private Path data;

    @BeforeAll
    static void startReal() throws InterruptedException {
        real = FirstcomeNode.start(LAUNCHER);
    }

    @AfterAll
    static void stopReal() {
        real.close();
    }

    @Test
    void aPausedCampaignOfAFarDayIsRehearsedAndStaysAsItWas() throws IOException {
        create("far", "--coupons", "100");
        campaign("pause", "far");
        Run before = campaign("get", "far", "--json");
        Path json = directory.resolve("report.json");

        Run run = rehearse("far", "--users", "500", "--json", json.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "its ledger to be thrown away in " + data + "\n",
                        "campaign far, opening at ",
                        "100 coupons; 500 users ask 3 times each",
                        "  WARN  Campaign                      PAUSED now",
                        "  PASS  Clock  ",
                        "Disk syncs  ",
                        "  PASS  Disk room  ",
                        "  PASS  Peak  ",
                        "Headroom  ",
                        "  PASS  Never over                    100 coupons of 100\n")
                .containsPattern("PASS {2}Sold out {22}[0-9,.]+ ms after the opening\n");
        assertThat(run.exitCode()).isZero();
        assertThat(json).content().contains("\"Headroom\"", "--rehearse --campaign far ");
        assertThat(before.out()).contains("\"PAUSED\"").doesNotContain("\"issuedCount\"");
        assertThat(campaign("get", "far", "--json")).isEqualTo(before);
        assertThat(campaign("coupons", "far").out().lines()).hasSizeLessThan(2);
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aCampaignThatIsNotThereIsAFailure() {
        Run run = rehearse("none");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("  FAIL  Run ", "GetCampaign: HTTP 404");
        assertThat(data).isEmptyDirectory();
    }

    /// In an environment of which each variable would spoil it, and its ledger be where somebody
    /// listens.
    @Test
    void settingsOfTheRealServerDoNotReachIt() throws Exception {
        create("guarded", "--coupons", "10");
        Path realData = directory.resolve("real");
        try (ServerSocket ledger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> words = new ArrayList<>(words("guarded"));
            words.addAll(List.of("--users", "50"));

            Run run = CliProcess.run(settings(ledger.getLocalPort(), realData), words);

            assertThat(run.out())
                    .contains("  PASS  Never over                    10 coupons of 10");
            assertThat(run.exitCode()).as(run.out()).isZero();
            ledger.setSoTimeout(1);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(ledger::accept);
        }
        assertThat(realData).doesNotExist();
        assertThat(data).isEmptyDirectory();
    }

    private static Map<String, String> settings(int ledgerPort, Path realData) {
        return Map.of(
                "FIRSTCOME_LEDGER", "jdbc:postgresql://127.0.0.1:" + ledgerPort + "/coupons",
                "FIRSTCOME_LEDGER_USER", "shop",
                "FIRSTCOME_LEDGER_PASSWORD", "secret",
                "FIRSTCOME_DATA_DIR", realData.toString(),
                "FIRSTCOME_ROLE", "issue",
                "FIRSTCOME_REQUIRE_KEYS", "true",
                "FIRSTCOME_TLS_CERTIFICATE", "/no/certificate.pem",
                "FIRSTCOME_TLS_KEY", "/no/key.pem",
                "FIRSTCOME_CODE_KEY", "no key");
    }

    @Test
    void whoIsToldToStopLeavesNothing() throws IOException, InterruptedException {
        create("stopped", "--coupons", "unlimited");
        List<String> command = new ArrayList<>(LAUNCHER);
        command.addAll(words("stopped"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true);
        builder.redirectOutput(directory.resolve("out").toFile());
        Process process = builder.start();

        while (!isServing(data) && process.isAlive()) {
            Thread.sleep(10);
        }
        process.destroy();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(data).isEmptyDirectory();
    }

    /// Whether a server has begun to write in a directory of its own.
    private static boolean isServing(Path parent) throws IOException {
        try (Stream<Path> directories = Files.list(parent)) {
            return directories.anyMatch(each -> Files.exists(each.resolve("data")));
        }
    }

    private static void create(String id, String... options) {
        List<String> words = new ArrayList<>(List.of("create", "x", "--id", id));
        words.addAll(List.of("--start", "2099-01-01T00:00:00Z"));
        words.addAll(List.of(options));
        assertThat(campaign(words.toArray(String[]::new)).exitCode()).isZero();
    }

    private static Run campaign(String... words) {
        List<String> all = new ArrayList<>(List.of("campaign"));
        all.addAll(List.of(words));
        all.addAll(List.of("--admin", real.adminUrl().toString()));
        return Cli.run(all.toArray(String[]::new));
    }

    private Run rehearse(String campaign, String... options) {
        List<String> words = new ArrayList<>(words(campaign));
        words.addAll(List.of(options));
        return Cli.run(words.toArray(String[]::new));
    }

    private List<String> words(String campaign) {
        return List.of(
                "verify",
                "--rehearse",
                "--campaign",
                campaign,
                "--admin",
                real.adminUrl().toString(),
                "--issue",
                real.issueUrl().toString(),
                "--data-dir",
                data.toString());
    }
}
