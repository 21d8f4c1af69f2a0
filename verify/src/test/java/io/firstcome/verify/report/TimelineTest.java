package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.firstcome.check.Ask;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

class TimelineTest {
    private static final Refused SOLD_OUT = new Refused(Refusal.SOLD_OUT);

    @ParameterizedTest
    @CsvSource({"10, 1, 50", "499, 1, 500", "501, 2, 251", "1200, 5, 241", "60000, 200, 301"})
    void bucketsAreAsWideAsTheDropNeeds(long millis, long widthMillis, int after) {
        Timeline timeline = Timeline.of(history(ask(-1_000), ask(millis * 1_000)));
        Timeline dense =
                Timeline.of(history(ask(-1_000), ask(millis * 1_000), ask(millis * 1_000)));
        assertThat(dense.widthNanos()).isEqualTo(widthMillis * 1_000_000);
        assertThat(dense.size()).isEqualTo(50 + after);
        assertThat(timeline.size()).isLessThanOrEqualTo(550);
    }

    @Test
    void stragglersDoNotWidenTheBucketsAndAreCountedOutside() {
        Ask[] asks =
                IntStream.rangeClosed(0, 1_000)
                        .mapToObj(index -> ask(index < 1_000 ? index * 100L : 9_000_000))
                        .toArray(Ask[]::new);
        Timeline timeline = Timeline.of(history(asks));
        assertThat(timeline.widthNanos()).isEqualTo(1_000_000);
        assertThat(timeline.dueOutside()).isEqualTo(1);
        assertThat(timeline.answersOutside()).isEqualTo(1);
        assertThat(Arrays.stream(timeline.due()).sum()).isEqualTo(1_000);
    }

    @Test
    void longAfterTheOpeningTheFirstAskIsTheOrigin() {
        Timeline timeline = Timeline.of(history(ask(7_000_000), ask(7_003_000)));
        assertThat(timeline.atOpening()).isFalse();
        assertThat(timeline.originNanos()).isEqualTo(ask(7_000_000).sentNanos());
        assertThat(timeline.due()[50]).isEqualTo(1);
        assertThat(timeline.due()[53]).isEqualTo(1);
    }

    @Test
    void whoHadToWaitForAConnectionArrivedWhenTheAskWasDue() {
        Timeline timeline =
                Timeline.of(history(SmallHistory.waiting("ada", 0, 7_000, 2_000, SOLD_OUT)));
        assertThat(timeline.atOpening()).isTrue();
        assertThat(timeline.due()[50]).isEqualTo(1);
        assertThat(timeline.due()[57]).isZero();
        assertThat(timeline.latencyNanos(57)).isNull();
        assertThat(requireNonNull(timeline.latencyNanos(50)).getMaxValue())
                .isBetween(9_000_000L, 9_100_000L);
    }

    private static Ask ask(long sentMicros) {
        return SmallHistory.ask("ada", sentMicros, 0, SOLD_OUT);
    }

    private static History history(Ask... asks) {
        return new History(
                SmallHistory.campaign("any", 1), 0, List.of(asks), Listing.EMPTY, Listing.EMPTY);
    }
}
