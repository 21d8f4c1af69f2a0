package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class StudyTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aPacedServerIsAskedLessThanItCan() throws Exception {
        Map<String, Double> ratios = ratios(new PaceStudy());
        assertThat(ratios).containsOnlyKeys("baseline at 80 %", "durableIssue at 80 %");
        assertThat(ratios.values()).allMatch(ratio -> ratio < 1);
    }

    @Test
    void manyCampaignsAreComparedWithOne() throws Exception {
        assertThat(ratios(new CampaignsStudy(List.of(1, 7, 1_100))))
                .containsOnlyKeys("7 campaigns", "1,100 campaigns");
    }

    @Test
    void manyConnectionsAreComparedWithFewOfTheSameAnswers() throws Exception {
        assertThat(ratios(new ConnectionsStudy(9)))
                .containsOnlyKeys("baseline 9", "refusal 9", "durableIssue 9");
    }

    @Test
    void aGrowingCampaignIsMeasuredAtEachSize() throws Exception {
        assertThat(ratios(new CouponsStudy(List.of(5_000, 50_000))))
                .containsOnlyKeys("50,000 coupons");
        assertThat(printed.toString(UTF_8)).contains("campaign 2 of 2", "  50,000 to ");
    }

    @Test
    void startsAreTimedAndWhoForgotAfterOneFails() throws Exception {
        StudyResult result = study(new StartStudy(100), ToyNode.launcher(false));
        result.print(new PrintStream(printed, true, UTF_8));
        assertThat(printed.toString(UTF_8))
                .contains("new ledger, ready", "new ledger, answered")
                .contains("100 coupons, ready", "100 coupons, answered");
        assertThat(result.members()).containsKeys("newLedger", "filledLedger");
        assertThat(result.failures()).singleElement().asString().contains("durableIssue: ");
    }

    @Test
    void aServerThatLiesFailsEveryStudy() throws Exception {
        assertThat(failures(new PaceStudy()))
                .hasSize(2)
                .allMatch(failure -> failure.contains("issuedCount of toy-0: "));
        assertThat(failures(new CampaignsStudy(List.of(2))))
                .singleElement()
                .asString()
                .startsWith("2 campaigns: issuedCount of bench-campaign-000000000: ");
        assertThat(failures(new ConnectionsStudy(5))).hasSize(4);
        assertThat(failures(new CouponsStudy(List.of(100)))).hasSize(6);
    }

    @Test
    void aServerThatDoesNotTakeAllConnectionsIsNotMeasured() {
        Experiment experiment =
                (options, _) -> {
                    try (Echo echo = Echo.baseline()) {
                        Measurement measurement =
                                new Measurement("gone", echo, () -> Pressure.full(3));
                        echo.process().stop();
                        measurement.measure(SHORT);
                    }
                    throw new AssertionError("measured");
                };
        assertThatIllegalStateException()
                .isThrownBy(() -> study(experiment, ToyNode.launcher(false)))
                .withMessage("connections: 0 open (expected: 3)");
    }

    private Map<String, Double> ratios(Experiment experiment) throws InterruptedException {
        StudyResult result = study(experiment, ToyNode.launcher(false));
        assertThat(result.failures()).isEmpty();
        assertThat(result).isInstanceOf(BenchResult.class);
        return ((BenchResult) result).ratios(Figure.REQUESTS_PER_SECOND);
    }

    private List<String> failures(Experiment experiment) throws InterruptedException {
        return study(experiment, ToyNode.launcher(true)).failures();
    }

    private StudyResult study(Experiment experiment, List<String> launcher)
            throws InterruptedException {
        return experiment.run(
                new BenchOptions(4, 2, SHORT, SHORT, null, launcher),
                new PrintStream(printed, true, UTF_8));
    }
}
