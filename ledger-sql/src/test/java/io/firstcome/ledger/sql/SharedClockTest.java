package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedClockTest {
    private static final long T = 1_800_000_000_000_000L;
    private static final long DOUBT_MICROS = 10_000;

    private final SharedClock clock = new SharedClock(new DatabaseTime());

    @Test
    void itDecidesByTheTimeOfTheDatabaseThoughItHasToldALaterOneInDoubt() {
        long askedNanos = System.nanoTime() - 2 * DOUBT_MICROS * 1_000;
        clock.decide(T, 0, askedNanos);
        assertThat(clock.nowMicros()).isGreaterThanOrEqualTo(T + DOUBT_MICROS);
        long micros = T + (System.nanoTime() - askedNanos) / 1_000 - DOUBT_MICROS;
        assertThat(clock.decide(micros, 0, System.nanoTime())).isEqualTo(micros);
    }

    @Test
    void itDoesNotDecideByATimeBeforeOneThatHasSurelyPassed() {
        clock.decide(T, 0, System.nanoTime());
        long back = T - 5_000_000;
        long least = T - clock.doubtMicros() - 1_000;
        assertThat(clock.decide(back, 0, System.nanoTime())).isGreaterThan(least);
        assertThat(clock.decide(back, 0, System.nanoTime())).isGreaterThan(least);
    }

    @Test
    void itDecidesByTheLatestTimeThatTheLedgerKnowsOf() {
        assertThat(clock.decide(T, T + 7, System.nanoTime())).isEqualTo(T + 7);
    }
}
