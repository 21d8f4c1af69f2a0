package io.firstcome.testkit.issue;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs several pieces of work at the same time, each on a thread of its own.
final class Hammer {
    private Hammer() {}

    /// Returns when all of `works` are done; fails when one does, or after a minute.
    static void run(Runnable... works) {
        CyclicBarrier start = new CyclicBarrier(works.length);
        try (ExecutorService executor = Executors.newFixedThreadPool(works.length)) {
            List<Future<?>> futures = new ArrayList<>();
            for (Runnable work : works) {
                futures.add(
                        executor.submit(() -> {
                            start.await();
                            work.run();
                            return null;
                        }));
            }
            for (Future<?> future : futures) {
                future.get(60, SECONDS);
            }
        } catch (Exception e) {
            throw new AssertionError("a thread failed", e);
        }
    }
}
