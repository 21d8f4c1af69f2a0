package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressureTest {
    private static final double QUIET = Pressure.BUSY_SHARE - 0.01;
    private static final double BUSY = Pressure.BUSY_SHARE;

    private final Pressure pressure = new Pressure();

    @Test
    void lastsAfterSecondsWithoutAQuietOne() {
        assertThat(after(Pressure.SECONDS_UNTIL_LASTING - 1, BUSY)).isFalse();
        assertThat(after(1, QUIET)).isFalse();
        assertThat(after(Pressure.SECONDS_UNTIL_LASTING - 1, BUSY)).isFalse();
        assertThat(after(1, BUSY)).isTrue();
    }

    @Test
    void isOverAfterAMinuteWithoutABusySecond() {
        after(Pressure.SECONDS_UNTIL_LASTING, BUSY);
        assertThat(after(Pressure.SECONDS_UNTIL_OVER - 1, QUIET)).isTrue();
        assertThat(after(1, BUSY)).isTrue();
        assertThat(after(Pressure.SECONDS_UNTIL_OVER - 1, QUIET)).isTrue();
        assertThat(after(1, QUIET)).isFalse();
        assertThat(after(Pressure.SECONDS_UNTIL_LASTING - 1, BUSY)).isFalse();
    }

    private boolean after(int seconds, double share) {
        boolean isLasting = false;
        for (int second = 0; second < seconds; second++) {
            isLasting = pressure.afterSecond(share);
        }
        return isLasting;
    }
}
