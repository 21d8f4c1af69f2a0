package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Ask;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Verdict;
import io.firstcome.verify.ToyCampaign.Fault;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.history.HistoryFile;
import io.firstcome.verify.process.FreePort;
import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.ClosedLoop;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Profile.Ramp;
import io.firstcome.verify.profile.Profile.Spike;
import io.firstcome.verify.report.ReportOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    /// Exactly what such a fault breaks: no other promise is blamed.
    @ParameterizedTest
    @CsvSource({
        "ONE_TOO_MANY, Never over",
        "ONE_LEAKED, No slot leaked; Never falsely sold out",
        "FORGETS_PEOPLE, No slot leaked; One each; Same answer",
        "OTHER_CODE_AT_RETRY, Same answer; Ack means durable",
        "TELLS_LOSERS_OF_A_WINNERS_COUPON, One each",
        "SAME_CODE_FOR_ALL, Codes unique and well-formed",
        "OPENS_EARLY, Nothing outside the window",
        "OPENS_LATE, Opens on time",
        "SKIPS_AN_ORDINAL, Ordinals without gaps",
        "FORGETS_A_COUPON, No slot leaked; Never falsely sold out; Ack means durable;"
                + " Ordinals without gaps",
        "COUNTS_WRONG, Lists agree",
        "SAYS_PAUSED, Same answer; Honest refusals"
    })
    void faultyServerIsFound(Fault fault, String promises) throws InterruptedException {
        try (ToyServer server = new ToyServer(fault)) {
            Verdict verdict = verify(server, CROWD, null);
            assertThat(broken(verdict)).containsExactly(promises.split("; "));
            assertThat(verdict.exitCode()).isEqualTo(1);
            assertThat(printed.toString(UTF_8))
                    .contains("FAIL  " + broken(verdict).getFirst(), "promises broken");
        }
    }

    @Test
    void whoIsToldOfSomebodyElsesCouponIsNamedWithItAndItsOwner() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.TELLS_LOSERS_OF_A_WINNERS_COUPON)) {
            Verdict verdict = verify(server, CROWD, null);
            assertThat(verdict.findings())
                    .filteredOn(finding -> finding.result() == Result.FAIL)
                    .singleElement()
                    .satisfies(finding ->
                            assertThat(finding.violations())
                                    .hasSizeGreaterThan(250)
                                    .allMatch(violation ->
                                            violation.matches(
                                                    "\\S+ was told of the coupon of \\S+,"
                                                            + " ordinal 1, code '가나다0000001', at"
                                                            + " \\+\\S+ ms")));
        }
    }

    /// People who come for the end, of whom the later ones have no coupon and get none.
    @ParameterizedTest
    @CsvSource({"NONE, ''", "NEVER_ENDS, Nothing outside the window"})
    void serverThatIssuesAfterTheEndIsFound(Fault fault, String promises)
            throws InterruptedException {
        try (ToyServer server = new ToyServer(fault)) {
            Target target = new Target(server.url(), server.url(), null);
            Duration endsAfter = Duration.ofSeconds(1);
            Verdict verdict =
                    Verify.run(
                            new VerifyOptions(target, CROWD, 300, LEAD, endsAfter, PATIENCE),
                            print());
            assertThat(String.join("; ", broken(verdict))).isEqualTo(promises);
            boolean ends = fault == Fault.NONE;
            assertThat(printed.toString(UTF_8).contains("  ended ")).isEqualTo(ends);
            assertThat(printed.toString(UTF_8).contains(" was issued at +1")).isEqualTo(!ends);
        }
    }

    private static List<String> broken(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .map(Finding::promise)
                .toList();
    }

    @Test
    void serverThatIsGoneAtTheEndIsJudgedByWhatWasHeard() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            server.endAfter(340);
            Verdict verdict = verify(server, CROWD, null);
            assertThat(broken(verdict)).containsExactly("Ack means durable");
            assertThat(verdict.findings())
                    .extracting(Finding::evidence)
                    .anyMatch(evidence ->
                            evidence.startsWith("the list can not be read: " + server.url()));
        }
    }

    @Test
    void serverThatIsNotFirstcomeIsAFailedVerdictInOneSentence() throws InterruptedException {
        try (OtherServer server = new OtherServer("{\"hello\":\"world\"}")) {
            Verdict verdict = verify(new Target(server.url(), server.url(), null), CROWD);
            assertThat(verdict.findings())
                    .containsExactly(
                            new Finding(
                                    "Run",
                                    Result.FAIL,
                                    "issue.v1.IssueService/GetServerTime: serverTime: ''"
                                            + " (expected: RFC 3339)"));
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

    static List<Conduct> conducts() {
        return List.of(
                conduct(new Constant(1_500)),
                conduct(new Ramp(3_000)),
                conduct(new Spike()),
                conduct(new EarlyBirds(300)),
                conduct(new ClosedLoop()),
                new Conduct(new Spike(), 30, 30, Duration.ofMillis(200)));
    }

    private static Conduct conduct(Profile profile) {
        return new Conduct(profile, 0, 0, Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("conducts")
    void correctServerPassesHoweverPeopleAsk(Conduct conduct) throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Verdict verdict = verify(server, new Crowd(300, 3, 16, 42, conduct), null);
            assertThat(verdict.findings())
                    .noneMatch(finding -> finding.result() == Result.FAIL)
                    .extracting(Finding::evidence)
                    .contains("50 coupons of 50", "300 of 300 users got a clear answer");
            assertThat(printed.toString(UTF_8))
                    .contains("sold out", "latency since due: p50", "PASS: ");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GRPC")
    void faultIsFoundInEveryProtocolOverHttp1(Protocol protocol) throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.OTHER_CODE_AT_RETRY)) {
            Target target = new Target(server.url(), server.url(), null, protocol);
            assertThat(broken(verify(target, new Crowd(300, 3, 8, 42))))
                    .containsExactly("Same answer", "Ack means durable");
        }
    }

    /// 300 people at one connection: what nearly all of them wait is waited before they are sent.
    @Test
    void everybodyIsDueAtTheOpeningHoweverLongTheAskWaitsForAConnection()
            throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Conduct conduct = new Conduct(new Spike(), 0, 10, Duration.ZERO);
            Target target = new Target(server.url(), server.url(), null);
            History history =
                    Verify.drop(options(target, new Crowd(300, 1, 1, 42, conduct)), print());
            long opening = history.campaign().startNanos();
            List<Ask> atOnce =
                    history.asks().stream().filter(ask -> ask.dueNanos() == opening).toList();
            assertThat(atOnce).hasSize(300);
            assertThat(atOnce).anyMatch(ask -> ask.outcome() instanceof Unknown);
            assertThat(atOnce.stream().map(Ask::sentNanos).distinct()).hasSize(300);
        }
    }

    @Test
    void closedLoopAsksUntilTheOpening() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Conduct conduct = conduct(new ClosedLoop());
            verify(server, new Crowd(20, 1, 4, 42, conduct), null);
            assertThat(printed.toString(UTF_8))
                    .contains("not started")
                    .containsPattern("new coupon +20\\R");
        }
    }

    @Test
    void vanishedPeopleComeBackAndAreAnswered() throws InterruptedException {
        try (ToyServer server = new ToyServer(Fault.NONE)) {
            Conduct conduct = new Conduct(new Spike(), 0, 100, Duration.ZERO);
            Verdict verdict = verify(server, new Crowd(40, 1, 4, 42, conduct), null);
            assertThat(verdict.passed()).isTrue();
            assertThat(printed.toString(UTF_8)).contains("40 vanished");
            assertThat(verdict.findings())
                    .extracting(Finding::evidence)
                    .contains("40 coupons of 50", "40 of 40 users got a clear answer");
        }
    }

    @Test
    void theHistoryIsGivenAwayAndJudgedAgainTheSame(@TempDir Path directory)
            throws InterruptedException, IOException {
        Path file = directory.resolve("history.jsonl.gz");
        try (ToyServer server = new ToyServer(Fault.ONE_TOO_MANY)) {
            Target target = new Target(server.url(), server.url(), null);
            List<History> kept = new ArrayList<>();
            Verdict verdict =
                    Verify.run(options(target, CROWD), ReportOptions.TEXT_ONLY, print(), kept::add);
            HistoryFile.write(file, kept.getFirst());
            assertThat(HistoryFile.read(file)).isEqualTo(kept.getFirst());
            assertThat(Replay.run(List.of(file), print())).isEqualTo(verdict);
            assertThat(verdict.exitCode()).isEqualTo(1);
        }
    }

    private Verdict verify(ToyServer server, Crowd crowd, @Nullable String campaignId)
            throws InterruptedException {
        return verify(new Target(server.url(), server.url(), campaignId), crowd);
    }

    private Verdict verify(Target target, Crowd crowd) throws InterruptedException {
        return Verify.run(options(target, crowd), print());
    }

    private static VerifyOptions options(Target target, Crowd crowd) {
        return new VerifyOptions(target, crowd, COUPONS, LEAD, PATIENCE);
    }

    private PrintStream print() {
        return new PrintStream(printed, true, UTF_8);
    }
}
