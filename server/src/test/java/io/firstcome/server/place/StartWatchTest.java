package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StartWatchTest {
    private long microsToNextStart;
    private int collections;

    @AutoClose
    private final StartWatch watch = new StartWatch(() -> microsToNextStart, () -> collections++);

    @Test
    void collectsOnceBeforeEachStart() {
        lookAt(1_000_000);
        lookAt(300_001);
        assertThat(collections).isZero();
        lookAt(300_000);
        lookAt(250_000);
        lookAt(150_001);
        assertThat(collections).isOne();
        lookAt(Long.MAX_VALUE);
        lookAt(299_000);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void theLastMomentsAreLeftAlone() {
        lookAt(150_000);
        lookAt(1);
        lookAt(Long.MAX_VALUE);
        assertThat(collections).isZero();
    }

    private void lookAt(long micros) {
        microsToNextStart = micros;
        watch.look();
    }
}
