package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressureTest {
    @Test
    void requestsAreDueEvenly() {
        Pressure pressure = new Pressure(64, 40_000);
        assertThat(pressure.isFull()).isFalse();
        assertThat(pressure.dueNanos(0)).isZero();
        assertThat(pressure.dueNanos(1)).isEqualTo(25_000);
        assertThat(pressure.dueNanos(2_000_000_000)).isEqualTo(50_000_000_000_000L);
    }

    @Test
    void fullPressureKnowsNoDueTimes() {
        assertThat(Pressure.full(64).isFull()).isTrue();
    }
}
