package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void ticksAreRoundAndZeroHasNoSign() {
        assertThat(Axis.linear("ms", -500.0, 4_200.0).ticks().stream().map(Axis::text))
                .containsExactly("0", "1,000", "2,000", "3,000", "4,000");
    }

    @Test
    void logarithmicTicksArePowersOfTenAroundTheValues() {
        Axis axis = Axis.logarithmic("ms", 0.3, 70);
        assertThat(axis.ticks().stream().map(Axis::text)).containsExactly("0.1", "1", "10", "100");
        assertThat(axis.position(0.1)).isZero();
        assertThat(axis.position(100)).isEqualTo(1);
    }
}
