package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.verify.client.Json;
import io.firstcome.verify.report.JsonText;

import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class BenchResultTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void medianOfRoundsCountsAndTheSpreadIsKept() {
        Row row = row("baseline", "baseline", 300, 100, 200);
        assertThat(row.spread(Figure.REQUESTS_PER_SECOND)).isEqualTo(new Spread(50, 100, 150));
        assertThat(row.median(Figure.SERVER_CPU_MICROS)).isEqualTo(5_000, CLOSE);
        assertThat(row.median(Figure.GENERATOR_CPU_MICROS)).isEqualTo(2_500, CLOSE);
        assertThat(row.median(Figure.P50_MILLIS)).isEqualTo(1, within(0.01));
    }

    @Test
    void evenNumberOfRoundsCountsTheMiddleTwo() {
        Row row = row("baseline", "baseline", 100, 200);
        assertThat(row.median(Figure.REQUESTS_PER_SECOND)).isEqualTo(75, CLOSE);
    }

    @Test
    void ratiosCompareEachWithItsReference() {
        BenchResult result = result().and(new BenchResult(List.of(row("a", "a", 7)), List.of()));
        assertThat(result.ratios(Figure.REQUESTS_PER_SECOND))
                .containsExactly(Map.entry("refusal", 0.75));
        assertThat(result.ratios(Figure.SERVER_CPU_MICROS).get("refusal")).isEqualTo(1.5, CLOSE);
    }

    @Test
    void peopleAreToldTheSpreadAndTheRatios() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        result().print(new PrintStream(printed, true, UTF_8));
        assertThat(printed.toString(UTF_8))
                .contains("75         50 to       100")
                .contains("refusal: 0.75 of the requests/s, 1.50 of the server CPU of baseline");
    }

    @Test
    void jsonHoldsEveryRound() {
        Json json = Json.parse(JsonText.of(result().members()));
        Json refusal = json.get("refusal");
        assertThat(refusal.get("requestsPerSecond").text()).isEqualTo("75.000");
        assertThat(refusal.get("rounds").elements())
                .extracting(round -> round.get("requestsPerSecond").text())
                .containsExactly("50.000", "100.000");
        Json ratios = json.get("ratios").get("requestsPerSecond");
        assertThat(ratios.get("refusal").text()).isEqualTo("0.750");
        assertThat(ratios.get("baseline").isPresent()).isFalse();
    }

    @Test
    void windowWithoutARequestIsNoNumber() {
        Row empty = row("baseline", "baseline", 0);
        Json json = Json.parse(JsonText.of(empty.members()));
        assertThat(json.get("serverCpuMicrosPerRequest").isPresent()).isFalse();
    }

    private static BenchResult result() {
        return new BenchResult(
                List.of(row("baseline", "baseline", 200), row("refusal", "baseline", 100, 200)),
                List.of());
    }

    private static Row row(String name, String reference, int... requests) {
        List<Round> rounds = Arrays.stream(requests).mapToObj(BenchResultTest::round).toList();
        return new Row(name, reference, rounds);
    }

    /// Two seconds, in which the server used one second and the generator half of one.
    private static Round round(int requests) {
        Histogram latencyNanos = new Histogram(3);
        for (int request = 0; request < requests; request++) {
            latencyNanos.recordValue(1_000_000);
        }
        return new Round(2_000_000_000, 1_000_000_000, 500_000_000, latencyNanos);
    }
}
