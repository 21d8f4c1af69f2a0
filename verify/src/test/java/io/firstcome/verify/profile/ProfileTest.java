package io.firstcome.verify.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.verify.profile.Profile.ClosedLoop;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Profile.Ramp;
import io.firstcome.verify.profile.Profile.Spike;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Due times in milliseconds; the opening is at 10,000.
class ProfileTest {
    private static final long MILLI = 1_000_000;

    private static Drop drop(long nowMillis, int users, int asksEach) {
        return new Drop(nowMillis * MILLI, 10_000 * MILLI, users, asksEach);
    }

    private static long[] millis(Profile profile, Drop drop) {
        Schedule schedule = profile.schedule(drop);
        return IntStream.range(0, drop.asks())
                .mapToLong(schedule::dueNanos)
                .map(due -> due == Schedule.AT_ONCE ? due : due / MILLI)
                .toArray();
    }

    @Test
    void constantRateHasTheOpeningInItsMiddle() {
        assertThat(millis(new Constant(10), drop(0, 5, 2)))
                .containsExactly(
                        9_500, 9_600, 9_700, 9_800, 9_900, 10_000, 10_100, 10_200, 10_300, 10_400);
    }

    @Test
    void constantRateBeginsNowWhenThereIsNoTimeBefore() {
        assertThat(millis(new Constant(10), drop(9_900, 3, 1)))
                .containsExactly(9_900, 10_000, 10_100);
        assertThat(millis(new Constant(10), drop(70_000, 3, 1)))
                .containsExactly(70_000, 70_100, 70_200);
    }

    @Test
    void constantRateDoesNotDrift() {
        Schedule schedule = new Constant(3).schedule(drop(10_000, 1_000_000, 20));
        long exact = 5_000_010_000L * MILLI;
        assertThat(schedule.dueNanos(15_000_000)).isBetween(exact - 1, exact + 1);
    }

    @Test
    void rampEndsAtItsRate() {
        long[] millis = millis(new Ramp(100), drop(0, 1_000, 1));
        assertThat(millis[0]).isEqualTo(0);
        assertThat(countBetween(millis, 0, 2_000)).isEqualTo(10);
        assertThat(countBetween(millis, 0, 10_000)).isEqualTo(250);
        assertThat(countBetween(millis, 19_000, 20_000)).isBetween(97L, 98L);
    }

    private static long countBetween(long[] millis, long from, long to) {
        return LongStream.of(millis).filter(due -> due >= from && due < to).count();
    }

    @Test
    void spikeIsAllAtTheOpening() {
        assertThat(millis(new Spike(), drop(0, 2, 2))).containsOnly(10_000);
        assertThat(millis(new Spike(), drop(20_000, 2, 2))).containsOnly(20_000);
    }

    @Test
    void earlyBirdsAskOnceUpToTheOpeningAndThenAllAtOnce() {
        assertThat(millis(new EarlyBirds(null), drop(9_000, 4, 2)))
                .containsExactly(9_000, 9_250, 9_500, 9_750, 10_000, 10_000, 10_000, 10_000);
    }

    @Test
    void earlyBirdsWithARateAskAtItBeforeTheOpening() {
        assertThat(millis(new EarlyBirds(5), drop(9_000, 2, 4)))
                .containsExactly(9_000, 9_200, 9_400, 9_600, 9_800, 10_000, 10_000, 10_000);
        assertThat(millis(new EarlyBirds(20), drop(9_000, 2, 4)))
                .containsExactly(9_700, 9_750, 9_800, 9_850, 9_900, 9_950, 10_000, 10_000);
    }

    @Test
    void earlyBirdsWhoAskOnceOrComeLateAskAtOnce() {
        assertThat(millis(new EarlyBirds(null), drop(9_000, 4, 1))).containsOnly(10_000);
        assertThat(millis(new EarlyBirds(5), drop(9_000, 4, 1))).containsOnly(10_000);
        assertThat(millis(new EarlyBirds(5), drop(10_001, 4, 9))).containsOnly(10_001);
    }

    @Test
    void closedLoopBeginsBeforeTheOpeningAndFollowsTheAnswers() {
        assertThat(millis(new ClosedLoop(), drop(0, 2, 1)))
                .containsExactly(9_500, Schedule.AT_ONCE);
        assertThat(millis(new ClosedLoop(), drop(9_900, 1, 1))).containsExactly(9_900);
    }

    static List<Profile> openLoops() {
        return List.of(
                new Constant(777),
                new Ramp(777),
                new Spike(),
                new EarlyBirds(null),
                new EarlyBirds(333));
    }

    @ParameterizedTest
    @MethodSource("openLoops")
    void dueTimesNeverFallAndAreNeverInThePast(Profile profile) {
        for (long now : List.of(0L, 9_999L, 10_000L, 12_345L)) {
            long[] millis = millis(profile, drop(now, 500, 7));
            assertThat(millis).isSorted();
            assertThat(millis[0]).isGreaterThanOrEqualTo(now);
        }
    }

    @Test
    void ratesHaveBounds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ramp(1_000_001))
                .withMessage("rate: 1000001 (expected: 1..1000000 requests per second)");
        assertThatIllegalArgumentException().isThrownBy(() -> new EarlyBirds(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Constant(-1));
    }
}
