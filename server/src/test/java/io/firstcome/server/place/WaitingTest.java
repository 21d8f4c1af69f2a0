package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where the system does not say it, nobody waits.
class WaitingTest {
    @Test
    void threadsThatShareAProcessorWaitForEachOther() throws Exception {
        List<Thread> crowd = new ArrayList<>();
        List<Waiting> waiting = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            CompletableFuture<Integer> number = new CompletableFuture<>();
            crowd.add(Thread.ofPlatform().daemon().start(() -> spin(number)));
            int thread = number.get();
            Placement.move(thread, 0);
            waiting.add(new Waiting(thread));
        }
        waiting.forEach(Waiting::share);
        Thread.sleep(500);
        double all = waiting.stream().mapToDouble(Waiting::share).sum();
        crowd.forEach(Thread::interrupt);
        for (Thread each : crowd) {
            each.join();
        }
        if (isPlaced()) {
            assertThat(all).isBetween(1.0, 3.0);
        } else {
            assertThat(all).isBetween(0.0, 3.0);
        }
    }

    @Test
    void aThreadThatIsGoneWaitsForNothing() throws Exception {
        CompletableFuture<Integer> number = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> number.complete(Placement.thisThread())).join();
        Waiting waiting = new Waiting(number.get());
        waiting.share();
        assertThat(waiting.share()).isZero();
    }

    private static boolean isPlaced() {
        return Placement.thisThread() != Placement.NOBODY;
    }

    private static void spin(CompletableFuture<Integer> number) {
        number.complete(Placement.thisThread());
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }
}
