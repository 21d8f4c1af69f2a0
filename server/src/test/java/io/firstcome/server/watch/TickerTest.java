package io.firstcome.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.RpcError;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

@Timeout(60)
class TickerTest {
    private static final int MAX = 2;

    private final Ticker ticker = new Ticker(MAX);
    private final BlockingQueue<Long> looks = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reason> ends = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        ticker.close();
    }

    /// Looks on by a task, which is told how often it was done before.
    private final class Looking implements Ticker.Onlooker {
        private final IntConsumer task;
        private int count;

        Looking(IntConsumer task) {
            this.task = task;
        }

        @Override
        public boolean look() {
            looks.add(System.nanoTime());
            task.accept(count++);
            return true;
        }

        @Override
        public void stop(RpcError why) {
            ends.add(Errors.reasonOf(why));
        }
    }

    @Test
    void whatWasMissedInAStallIsNotMadeUpFor() throws InterruptedException {
        ticker.add(new Looking(TickerTest::stallAtTheSecond));
        looks.take();
        long last = looks.take();
        for (int i = 0; i < 5; i++) {
            long next = looks.take();
            assertThat(TimeUnit.NANOSECONDS.toMillis(next - last)).isGreaterThanOrEqualTo(90);
            last = next;
        }
    }

    private static void stallAtTheSecond(int count) {
        if (count == 1) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(600));
        }
    }

    @Test
    void whoComesWhenThereAreAsManyAsThereMayBeIsToldToComeAgain() throws InterruptedException {
        for (int i = 0; i < MAX + 1; i++) {
            ticker.add(new Looking(_ -> {}));
        }
        assertThat(ends.take()).isEqualTo(Reason.OVERLOADED);
        ticker.close();
        assertThat(ends.take()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(ends.take()).isEqualTo(Reason.UNAVAILABLE);
        ticker.add(new Looking(_ -> {}));
        assertThat(ends.take()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void whoFailsEndsAndLooksNoMore() throws InterruptedException {
        ticker.add(
                new Looking(_ -> {
                    throw new IllegalStateException("on purpose");
                }));
        assertThat(ends.take()).isEqualTo(Reason.INTERNAL);
        assertThat(ends.poll(300, TimeUnit.MILLISECONDS)).isNull();
    }
}
