package io.firstcome.gc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

class StartWatchTest {
    private long microsToNextStart;
    private int collections;
    private int fullCollections;

    @AutoClose
    private final StartWatch watch =
            new StartWatch(() -> microsToNextStart, () -> collections++, () -> fullCollections++);

    @Test
    void collectsOnceBeforeEachStart() {
        lookAt(1_000_000);
        lookAt(300_001);
        assertThat(collections).isZero();
        lookAt(300_000);
        lookAt(250_000);
        lookAt(150_001);
        assertThat(collections).isOne();
        for (int look = 0; look < 20; look++) {
            lookAt(Long.MAX_VALUE);
        }
        lookAt(299_000);
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void looksOnceForRoomSomeSecondsBeforeAStart() {
        lookAt(10_000_001);
        assertThat(fullCollections).isZero();
        lookAt(10_000_000);
        for (int look = 1; look <= 20; look++) {
            lookAt(10_000_000 - look * 50_000);
        }
        lookAt(8_900_000);
        assertThat(fullCollections).isOne();
        lookAt(300_000);
        assertThat(collections).isOne();
    }

    @Test
    void theRestAfterAStartDoesNotHideTheNextOne() {
        lookAt(250_000);
        for (long toStart = 18_000_000; toStart > 0; toStart -= 50_000) {
            lookAt(toStart);
        }
        assertThat(fullCollections).isOne();
        assertThat(collections).isEqualTo(2);
    }

    @Test
    void aLookForRoomDoesNotTakeTheTurnOfANearStart() {
        lookAt(9_500_000);
        lookAt(300_000);
        assertThat(fullCollections).isOne();
        assertThat(collections).isOne();
    }

    @Test
    void theFirstMomentsOfAStartAreLeftAloneWhenTheNextIsNear() {
        lookAt(250_000);
        lookAt(1);
        lookAt(250_000);
        lookAt(200_000);
        assertThat(collections).isOne();
        for (int look = 0; look < 180; look++) {
            lookAt(9_500_000);
        }
        assertThat(fullCollections).isZero();
    }

    @Test
    void aFailureDoesNotEndTheLooking() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(2);
        LongSupplier failing =
                () -> {
                    looks.countDown();
                    throw new IllegalStateException("the clock is away");
                };
        try (StartWatch again = new StartWatch(failing, () -> {}, () -> {})) {
            again.start();
            assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        }
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
