package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.verify.ToyCampaign.Fault;
import io.firstcome.verify.history.HistoryFile;
import io.firstcome.verify.process.FreePort;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class VerifyTest {
    private static final Duration LEAD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Crowd CROWD = new Crowd(300, 3, 8, 42);
    private static final int COUPONS = 50;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void correctServerPassesEveryPromise() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Verdict verdict = verify(server, CROWD, null);
            assertThat(verdict.findings())
                    .noneMatch(finding -> finding.result() == Result.FAIL)
                    .extracting(Finding::evidence)
                    .contains("50 coupons of 50", "50 coupons, 300 people came");
            assertThat(verdict.exitCode()).isZero();
            assertThat(printed.toString(UTF_8)).contains("seed 42", "not started", "PASS: ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_TOO_MANY, Never over",
        "ONE_LEAKED, Never falsely sold out",
        "FORGETS_PEOPLE, Same answer",
        "FORGETS_PEOPLE, One each",
        "OTHER_CODE_AT_RETRY, Same answer",
        "SAME_CODE_FOR_ALL, Codes unique and well-formed",
        "OPENS_EARLY, Nothing outside the window",
        "OPENS_LATE, Opens on time",
        "SKIPS_AN_ORDINAL, Ordinals without gaps",
        "FORGETS_A_COUPON, Ack means durable",
        "COUNTS_WRONG, Lists agree",
        "SAYS_PAUSED, Honest refusals"
    })
    void faultyServerIsFound(Fault fault, String promise) throws InterruptedException {
        try (ToyServer server = new ToyServer(fault)) {
            Verdict verdict = verify(server, CROWD, null);
            assertThat(verdict.findings())
                    .filteredOn(finding -> finding.result() == Result.FAIL)
                    .extracting(Finding::promise)
                    .contains(promise);
            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(printed.toString(UTF_8)).contains("FAIL  " + promise, "promises broken");
        }
    }

    @Test
    void serverMayCrashInTheMiddleOfTheDrop() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            server.crashAfter(320);
            Verdict verdict = verify(server, CROWD, null);
            assertThat(server.crashed()).isTrue();
            assertThat(verdict.findings())
                    .filteredOn(finding -> finding.result() != Result.PASS)
                    .extracting(Finding::promise)
                    .doesNotContain("Everyone is answered")
                    .isSubsetOf("First coupon within 5 ms");
        }
    }

    @Test
    void existingCampaignIsVerifiedAgainByTheSameAndByOtherPeople() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            verify(server, new Crowd(20, 2, 4, 1), null);
            Verdict same = verify(server, new Crowd(20, 2, 4, 1), "campaign-1");
            Verdict others = verify(server, CROWD, "campaign-1");
            assertThat(same.findings()).extracting(Finding::evidence).contains("20 coupons of 50");
            assertThat(others.findings())
                    .extracting(Finding::evidence)
                    .contains("50 coupons of 50", "all of 20 earlier coupons unchanged");
            assertThat(same.passed()).isTrue();
            assertThat(others.passed()).isTrue();
        }
    }

    @Test
    void singleAskComesAtTheOpening() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Verdict verdict = verify(server, new Crowd(100, 1, 4, 3), null);
            assertThat(verdict.passed()).isTrue();
        }
    }

    @Test
    void absentServerIsAFailedVerdictInOneSentence() throws InterruptedException {
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.find());
        Verdict verdict =
                Verify.run(
                        new VerifyOptions(
                                new Target(nobody, nobody, null),
                                CROWD,
                                COUPONS,
                                LEAD,
                                Duration.ofMillis(100)),
                        new PrintStream(printed, true, UTF_8));
        assertThat(verdict.exitCode()).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains(nobody + ": not reachable");
    }

    @Test
    void theHistoryIsGivenAwayAndJudgedAgainTheSame(@TempDir Path directory)
            throws InterruptedException, IOException {
        Path file = directory.resolve("history.jsonl.gz");
        try (ToyServer server = new ToyServer(Fault.ONE_TOO_MANY)) {
            Target target = new Target(server.url(), server.url(), null);
            List<History> kept = new ArrayList<>();
            Verdict verdict = Verify.run(options(target, CROWD), print(), kept::add);
            HistoryFile.write(file, kept.getFirst());
            assertThat(HistoryFile.read(file)).isEqualTo(kept.getFirst());
            assertThat(Replay.run(List.of(file), print())).isEqualTo(verdict);
            assertThat(verdict.exitCode()).isEqualTo(1);
        }
    }

    private Verdict verify(ToyServer server, Crowd crowd, @Nullable String campaignId)
            throws InterruptedException {
        Target target = new Target(server.url(), server.url(), campaignId);
        return Verify.run(options(target, crowd), print());
    }

    private static VerifyOptions options(Target target, Crowd crowd) {
        return new VerifyOptions(target, crowd, COUPONS, LEAD, PATIENCE);
    }

    private PrintStream print() {
        return new PrintStream(printed, true, UTF_8);
    }
}
