package io.firstcome.core.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.UserId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.IntStream;

class WinnersFilterTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1_000, 100_000})
    void neverDeniesAWinner(int winners) {
        WinnersFilter filter = filterOf(winners);
        assertThat(IntStream.range(0, winners).mapToObj(WinnersFilterTest::winner))
                .allMatch(filter::mayContain);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void takesFewOthersForWinners(int winners) {
        WinnersFilter filter = filterOf(winners);
        long mistaken =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> new UserId("other-" + i))
                        .filter(filter::mayContain)
                        .count();
        assertThat(mistaken).isLessThan(1_500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void knowsForHowManyWinnersItSpeaks(int winners) {
        assertThat(filterOf(winners).winners()).isEqualTo(winners);
    }

    private static WinnersFilter filterOf(int winners) {
        WinnersFilter filter = new WinnersFilter(winners);
        IntStream.range(0, winners).mapToObj(WinnersFilterTest::winner).forEach(filter::add);
        return filter;
    }

    private static UserId winner(int i) {
        return new UserId("user-" + i);
    }
}
