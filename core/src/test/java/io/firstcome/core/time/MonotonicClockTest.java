package io.firstcome.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

class MonotonicClockTest {
    private Instant now = Instant.parse("2026-08-01T00:00:00.123456Z");

    @Test
    void saysTheMicrosecondsOfItsSource() {
        MonotonicClock clock = new MonotonicClock(() -> now, 0);
        assertThat(clock.nowMicros()).isEqualTo(1_785_542_400_123_456L);
        now = now.plusNanos(1_999);
        assertThat(clock.nowMicros()).isEqualTo(1_785_542_400_123_457L);
    }

    @Test
    void case07_standsStillWhileItsSourceIsSteppedBackAndThenGoesOn() {
        MonotonicClock clock = new MonotonicClock(() -> now, 0);
        long before = clock.nowMicros();
        now = now.minusSeconds(3_600);
        assertThat(clock.nowMicros()).isEqualTo(before);
        now = now.plusSeconds(3_600).minusNanos(1_000);
        assertThat(clock.nowMicros()).isEqualTo(before);
        now = now.plusNanos(2_000);
        assertThat(clock.nowMicros()).isEqualTo(before + 1);
    }

    @Test
    void case07_beginsNoEarlierThanTheFloorOfTheLastRun() {
        long floor = 1_785_542_400_123_456L + 5;
        MonotonicClock clock = new MonotonicClock(() -> now, floor);
        assertThat(clock.nowMicros()).isEqualTo(floor);
        now = now.plusNanos(6_000);
        assertThat(clock.nowMicros()).isEqualTo(floor + 1);
    }

    @Test
    void aStepForwardIsFollowedAtOnceAndNotTakenBack() {
        MonotonicClock clock = new MonotonicClock(() -> now, 0);
        long before = clock.nowMicros();
        now = now.plusSeconds(5);
        assertThat(clock.nowMicros()).isEqualTo(before + 5_000_000);
        now = now.minusSeconds(5);
        assertThat(clock.nowMicros()).isEqualTo(before + 5_000_000);
    }

    @Test
    void case07_aTickIsLaterThanAllBeforeThoughItsSourceStandsStill() {
        MonotonicClock clock = new MonotonicClock(() -> now, 0);
        long before = clock.nowMicros();
        assertThat(clock.tickMicros()).isEqualTo(before + 1);
        assertThat(clock.tickMicros()).isEqualTo(before + 2);
        assertThat(clock.nowMicros()).isEqualTo(before + 2);
        now = now.plusNanos(3_000);
        assertThat(clock.tickMicros()).isEqualTo(before + 3);
        now = now.plusSeconds(1);
        assertThat(clock.tickMicros()).isEqualTo(before + 1_000_000 + 3);
    }

    @Test
    void nobodyReadsLessThanAnybodyReadBefore() throws Exception {
        AtomicLong ticks = new AtomicLong();
        // A source that goes to and fro: 0, 7, 14, … modulo 1,000, around a rising mean.
        MonotonicClock clock =
                new MonotonicClock(() -> Instant.ofEpochSecond(0, wavering(ticks) * 1_000), 0);
        AtomicLong latest = new AtomicLong();
        Callable<Boolean> reader =
                () -> {
                    boolean isMonotonic = true;
                    for (int i = 0; i < 20_000; i++) {
                        long before = latest.get();
                        long now = clock.nowMicros();
                        isMonotonic &= now >= before;
                        latest.accumulateAndGet(now, Math::max);
                    }
                    return isMonotonic;
                };
        List<Boolean> results = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> result : executor.invokeAll(List.of(reader, reader, reader))) {
                results.add(result.get());
            }
        }
        assertThat(results).containsExactly(true, true, true);
    }

    private static long wavering(AtomicLong ticks) {
        long tick = ticks.incrementAndGet();
        return tick / 100 + tick * 7 % 1_000;
    }
}
