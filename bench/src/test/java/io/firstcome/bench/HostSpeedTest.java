package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostSpeedTest {
    private static final long HOUR_NANOS = 3_600_000_000_000L;

    @Test
    void isToldAsPartOfTheBestSeen() throws InterruptedException {
        HostSpeed speed = new HostSpeed();
        assertThat(speed.look(1_000)).isEqualTo("the machine at 100 % of its best (0.0 ms a loop)");
        assertThat(speed.look(4_000)).startsWith("the machine at 25 % of its best");
        assertThat(speed.look(HOUR_NANOS)).endsWith("at 0 % of its best (3600000.0 ms a loop)");
    }

    @Test
    void isMeasured() throws InterruptedException {
        HostSpeed speed = new HostSpeed();
        assertThat(speed.look())
                .matches("the machine at \\d+ % of its best \\(\\d+\\.\\d ms a loop\\)");
        assertThat(speed.look(1_000)).contains("100 %");
    }
}
