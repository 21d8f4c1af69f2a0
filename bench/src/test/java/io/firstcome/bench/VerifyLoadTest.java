package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.firstcome.bench.CpuSamples.Sample;
import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Two connections, each with an answer every millisecond for a second from the start on; looked at
/// every 10 ms, in which the server uses 4 ms and the generator 2.
class VerifyLoadTest {
    private static final Campaign CAMPAIGN =
            Campaign.limited("c", 1, Instant.parse("2026-11-11T11:00:00Z"));
    private static final History HISTORY = history(2);
    private static final List<Sample> SAMPLES =
            IntStream.range(0, 90)
                    .mapToObj(number ->
                            new Sample(at(10L * number), number * 4_000_000L, number * 2_000_000L))
                    .toList();

    @Test
    void aWindowIsReadOffAHistory() {
        Round round = VerifyLoad.round(HISTORY, 2, Duration.ofMillis(400), SAMPLES);
        assertThat(round.nanos()).isEqualTo(400_000_000);
        assertThat(round.requests()).isEqualTo(800);
        assertThat(round.requestsPerSecond()).isEqualTo(2_000);
        assertThat(round.p50Millis()).isEqualTo(1, within(0.01));
        assertThat(round.serverCpuMicrosPerRequest()).isEqualTo(200);
        assertThat(round.generatorCpuMicrosPerRequest()).isEqualTo(100);
    }

    @Test
    void connectionsThatDoNotAskAreNotMeasured() {
        assertThatIllegalStateException()
                .isThrownBy(() -> VerifyLoad.round(HISTORY, 4, Duration.ofMillis(400), SAMPLES))
                .withMessage("connections: 2 asking (expected: 4)");
    }

    @Test
    void aDropThatEndsBeforeItsWindowIsNotMeasured() {
        assertThatIllegalStateException()
                .isThrownBy(() -> VerifyLoad.round(HISTORY, 2, Duration.ofSeconds(1), SAMPLES))
                .withMessage("window: longer than the drop");
    }

    private static History history(int connections) {
        List<Ask> asks = new ArrayList<>();
        for (int milli = 0; milli < 1_000; milli++) {
            for (int connection = 0; connection < connections; connection++) {
                asks.add(
                        new Ask(
                                "u" + connection,
                                at(milli),
                                at(milli + 1),
                                new Refused(Refusal.SOLD_OUT)));
            }
        }
        return new History(CAMPAIGN, 0, asks, Listing.EMPTY, Listing.EMPTY);
    }

    private static long at(long millis) {
        return CAMPAIGN.startNanos() + millis * 1_000_000;
    }
}
