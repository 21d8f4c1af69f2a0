package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressureTest {
    private static final double QUIET = Pressure.BUSY_SHARE - 0.01;
    private static final double BUSY = Pressure.BUSY_SHARE;

    private final Pressure pressure = new Pressure();

    @Test
    void lastsAfterSomeBusySeconds() {
        assertThat(after(Pressure.SECONDS_UNTIL_LASTING - 1, BUSY)).isFalse();
        assertThat(after(2, QUIET)).isFalse();
        assertThat(after(1, BUSY)).isTrue();
    }

    @Test
    void busySecondsThatAreLongAgoDoNotCount() {
        after(1, BUSY);
        after(Pressure.SECONDS_REMEMBERED - 1, QUIET);
        assertThat(after(Pressure.SECONDS_UNTIL_LASTING - 1, BUSY)).isFalse();
        assertThat(after(1, BUSY)).isTrue();
    }

    @Test
    void isOverWhenNoneIsRemembered() {
        after(Pressure.SECONDS_UNTIL_LASTING, BUSY);
        assertThat(after(Pressure.SECONDS_REMEMBERED - 1, QUIET)).isTrue();
        assertThat(after(1, BUSY)).isTrue();
        assertThat(after(Pressure.SECONDS_REMEMBERED - 1, QUIET)).isTrue();
        assertThat(after(1, QUIET)).isFalse();
    }

    private boolean after(int seconds, double share) {
        boolean isLasting = false;
        for (int second = 0; second < seconds; second++) {
            isLasting = pressure.afterSecond(share);
        }
        return isLasting;
    }
}
