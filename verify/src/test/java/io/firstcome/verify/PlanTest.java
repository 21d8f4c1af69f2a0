package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.verify.load.Manner;
import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.Spike;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class PlanTest {
    private static final int USERS = 1_000;
    private static final long NOW = 5_000_000_000L;
    private static final long OPEN = 9_000_000_000L;

    private static Crowd crowd(Profile profile, int slow, int vanishing, int skewMillis) {
        Duration skew = Duration.ofMillis(skewMillis);
        return new Crowd(USERS, 3, 1, 5, new Conduct(profile, slow, vanishing, skew));
    }

    private static int[] users(Plan plan) {
        return IntStream.range(0, plan.size()).map(plan::user).toArray();
    }

    private static LongStream dues(Plan plan) {
        return IntStream.range(0, plan.size()).mapToLong(plan::dueNanos);
    }

    @Test
    void punctualPeopleComeWhenTheProfileSays() {
        Crowd crowd = crowd(new Spike(), 0, 0, 0);
        Plan plan = Plan.of(crowd, NOW, OPEN);
        assertThat(users(plan)).containsExactly(AskOrder.afterOpening(crowd));
        assertThat(dues(plan)).hasSize(3 * USERS).containsOnly(OPEN);
        assertThat(plan.lastNanos()).isEqualTo(OPEN);
    }

    @Test
    void earlyBirdsComeOnceEachBeforeTheOpening() {
        Plan plan = Plan.of(new Crowd(USERS, 3, 1, 5), NOW, OPEN);
        assertThat(Arrays.stream(users(plan), 0, USERS).distinct()).hasSize(USERS);
        assertThat(dues(plan).filter(due -> due < OPEN)).hasSize(USERS);
    }

    @Test
    void skewedClocksBringPeopleEarlyAndLate() {
        Plan plan = Plan.of(crowd(new Spike(), 0, 0, 100), NOW, OPEN);
        assertThat(dues(plan).toArray()).isSorted();
        assertThat(plan.dueNanos(0)).isBetween(OPEN - 100_000_000, OPEN);
        assertThat(plan.lastNanos()).isBetween(OPEN, OPEN + 100_000_000);
        assertThat(dues(plan).filter(due -> due < OPEN).count()).isBetween(1_200L, 1_800L);
        assertThat(users(plan)).containsExactlyInAnyOrder(users(punctual()));
    }

    private static Plan punctual() {
        return Plan.of(crowd(new Spike(), 0, 0, 0), NOW, OPEN);
    }

    @Test
    void somebodysClockIsAlwaysOffByTheSame() {
        Plan plan = Plan.of(crowd(new Spike(), 0, 0, 100), NOW, OPEN);
        long[] ofSeven =
                IntStream.range(0, plan.size())
                        .filter(ask -> plan.user(ask) == 7)
                        .mapToLong(plan::dueNanos)
                        .distinct()
                        .toArray();
        assertThat(ofSeven).hasSize(1);
    }

    @Test
    void nobodyComesBeforeTheRunBegins() {
        Plan plan = Plan.of(crowd(new Constant(1_000_000), 0, 0, 60_000), NOW, OPEN);
        assertThat(dues(plan).min()).hasValue(NOW);
    }

    @Test
    void aQuarterComesForTheEndFromBeforeItToAfterItWithAllAsksAtOnce() {
        long end = OPEN + 2_000_000_000L;
        Plan plan = Plan.of(crowd(new Spike(), 0, 0, 0), NOW, OPEN, end);
        assertThat(dues(plan).toArray()).isSorted();
        assertThat(dues(plan).filter(due -> due == OPEN)).hasSize(3 * 750);
        assertThat(dues(plan).filter(due -> due > OPEN && due < end)).hasSize(3 * 124);
        assertThat(dues(plan).filter(due -> due >= end)).hasSize(3 * 126);
        assertThat(plan.dueNanos(3 * 750)).isEqualTo(end - 496_000_000);
        assertThat(plan.lastNanos()).isEqualTo(end + 500_000_000);
        assertThat(users(plan)).containsExactlyInAnyOrder(users(punctual()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void ofAFewSomebodyComesAfterTheEndAndNobodyOfTheLateBeforeTheOpening(int users) {
        Plan plan = Plan.of(new Crowd(users, 1, 1, 5), NOW, OPEN, OPEN + 1_000_000);
        assertThat(plan.lastNanos()).isEqualTo(OPEN + 2_000_000);
        assertThat(dues(plan).min().orElseThrow()).isGreaterThanOrEqualTo(OPEN);
    }

    @Test
    void sharesOfMannersAreAsAsked() {
        Habits habits = new Habits(crowd(new Spike(), 10, 30, 0));
        assertThat(share(habits, Manner.SLOW)).isBetween(70L, 130L);
        assertThat(share(habits, Manner.VANISHING)).isBetween(250L, 350L);
        assertThat(share(new Habits(crowd(new Spike(), 100, 0, 0)), Manner.SLOW)).isEqualTo(USERS);
        assertThat(share(new Habits(crowd(new Spike(), 0, 0, 0)), Manner.PLAIN)).isEqualTo(USERS);
    }

    private static long share(Habits habits, Manner manner) {
        return IntStream.range(0, USERS).filter(user -> habits.manner(user) == manner).count();
    }

    @Test
    void sharesAreOfOneHundred() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crowd(new Spike(), 60, 41, 0))
                .withMessage("vanishing: 41 (expected: 0..40 percent)");
    }
}
