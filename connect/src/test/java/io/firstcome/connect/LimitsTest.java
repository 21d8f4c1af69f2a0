package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class LimitsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void defaultsKeepAMessageAtSixteenKibibytes() {
        assertThat(Limits.DEFAULT.maxMessageBytes()).isEqualTo(16 * 1024);
    }

    @Test
    void refuseWhatIsNotPositive() {
        assertThatThrownBy(() -> new Limits(0, 1, 1, 1, SECOND, SECOND))
                .hasMessage("maxMessageBytes: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new Limits(1, -1, 1, 1, SECOND, SECOND))
                .hasMessage("maxHeaderBytes: -1 (expected: >= 1)");
        assertThatThrownBy(() -> new Limits(1, 1, 0, 1, SECOND, SECOND))
                .hasMessage("maxConnections: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 0, SECOND, SECOND))
                .hasMessage("maxStreams: 0 (expected: >= 1)");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 1, Duration.ZERO, SECOND))
                .hasMessage("bodyTimeout: PT0S (expected: >= 1 ms)");
        assertThatThrownBy(() -> new Limits(1, 1, 1, 1, SECOND, Duration.ofNanos(1)))
                .hasMessage("idleTimeout: PT0.000000001S (expected: >= 1 ms)");
    }
}
