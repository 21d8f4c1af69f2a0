package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;

class UsageTest {
    private final Usage usage = new Usage();

    @Test
    void isOfAProcessorForEachThread() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Thread idle = Thread.ofPlatform().start(() -> await(end));
        usage.add(Thread.currentThread());
        usage.share();
        spin();
        double alone = usage.share();
        usage.add(idle);
        usage.share();
        Thread.sleep(200);
        double quiet = usage.share();
        end.countDown();
        idle.join();
        assertThat(alone).isBetween(0.02, 1.0);
        assertThat(quiet).isBetween(0.0, 0.02);
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void spin() {
        long end = System.nanoTime() + 100_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
