package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.firstcome.verify.client.Json;

import org.HdrHistogram.Histogram;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class FiguresTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void medianOfRoundsCountsAndTheSpreadIsKept() {
        Figures figures = Figures.of(List.of(round(300), round(100), round(200)));
        assertThat(figures.requestsPerSecond()).isEqualTo(100, CLOSE);
        assertThat(figures.slowestRequestsPerSecond()).isEqualTo(50, CLOSE);
        assertThat(figures.fastestRequestsPerSecond()).isEqualTo(150, CLOSE);
        assertThat(figures.serverCpuMicrosPerRequest()).isEqualTo(5_000, CLOSE);
        assertThat(figures.generatorCpuMicrosPerRequest()).isEqualTo(2_500, CLOSE);
        assertThat(figures.p50Millis()).isEqualTo(1, within(0.01));
    }

    @Test
    void evenNumberOfRoundsCountsTheMiddleTwo() {
        Figures figures = Figures.of(List.of(round(100), round(200)));
        assertThat(figures.requestsPerSecond()).isEqualTo(75, CLOSE);
    }

    @Test
    void ratiosCompareRatesWithTheBaseline() {
        Map<String, Figures> figures = new LinkedHashMap<>();
        figures.put("baseline", Figures.of(List.of(round(200))));
        figures.put("refusal", Figures.of(List.of(round(150))));
        BenchResult result = new BenchResult(figures, List.of());
        assertThat(result.ratios()).containsExactly(Map.entry("refusal", 0.75));
        Json json = Json.parse(ResultJson.write(result, Map.of("java", "\"25\"")));
        assertThat(json.get("ratios").get("refusal").text()).isEqualTo("0.750");
        assertThat(json.get("baseline").get("requestsPerSecond").text()).isEqualTo("100.000");
        assertThat(json.get("machine").get("java").text()).isEqualTo("\"25\"");
    }

    @Test
    void windowWithoutARequestIsNoNumber() {
        Figures figures = Figures.of(List.of(round(0)));
        BenchResult result = new BenchResult(Map.of("baseline", figures), List.of());
        Json json = Json.parse(ResultJson.write(result, Map.of()));
        assertThat(json.get("baseline").get("serverCpuMicrosPerRequest").isPresent()).isFalse();
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
