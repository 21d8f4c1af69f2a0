package io.firstcome.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs the same work on several threads that start together.
final class Together {
    /// What one of the threads does.
    interface Work<T> {
        /// Does what thread number `thread` does, counted from 0.
        T run(int thread) throws Exception;
    }

    private Together() {}

    /// Runs `work` on `threads` threads; their results come in the order of the threads.
    static <T> List<T> run(int threads, Work<T> work) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<T>> calls = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            calls.add(() -> {
                start.await();
                return work.run(thread);
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            return results(executor.invokeAll(calls));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new AssertionError("a thread failed", e.getCause());
            }
        }
        return results;
    }
}
