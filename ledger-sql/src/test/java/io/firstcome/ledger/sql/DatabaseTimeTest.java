package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseTimeTest {
    private static final long MILLI = 1_000_000;
    private static final long T = 1_800_000_000_000_000L;

    private final DatabaseTime time = new DatabaseTime();

    @Test
    void itIsNeverBehindTheDatabase() {
        time.heard(T, 0, 2 * MILLI);
        // It was T at the latest when asked and at the earliest when answered.
        assertThat(time.latestMicros(2 * MILLI)).isBetween(T + 2_000, T + 2_010);
        assertThat(time.latestMicros(12 * MILLI)).isBetween(T + 12_000, T + 12_020);
    }

    @Test
    void theSampleThatLeavesTheLeastDoubtCounts() {
        time.heard(T, 0, 8 * MILLI);
        time.heard(T + 10_000, 10 * MILLI, 11 * MILLI);
        long known = time.latestMicros(11 * MILLI);
        assertThat(known).isBetween(T + 11_000, T + 11_010);
        time.heard(T + 12_000, 12 * MILLI, 20 * MILLI);
        assertThat(time.latestMicros(20 * MILLI)).isBetween(known + 9_000, known + 9_010);
    }

    @Test
    void doubtGrowsWithAge() {
        time.heard(T, 0, MILLI);
        long second = 1_000 * MILLI;
        long young = time.latestMicros(second) - second / 1_000;
        long old = time.latestMicros(61 * second) - 61 * second / 1_000;
        assertThat(old - young).isEqualTo(60_000_000 / 5_000);
    }

    @Test
    void aClockThatWasSetIsBelievedAtOnce() {
        time.heard(T, 0, MILLI);
        time.heard(T - 5_000_000, 10 * MILLI, 30 * MILLI);
        assertThat(time.latestMicros(30 * MILLI)).isLessThan(T - 4_900_000);
        time.heard(T + 5_000_000, 40 * MILLI, 80 * MILLI);
        assertThat(time.latestMicros(80 * MILLI)).isGreaterThan(T + 5_000_000);
    }
}
