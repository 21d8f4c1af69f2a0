package io.firstcome.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How fast this machine computes from one look to the next: a virtual one is slow at times, as its
/// host has others to serve, and what was measured then says little. Each look has all processors
/// run the same loop at once, some 50 ms in all.
final class HostSpeed {
    private static final int LOOKS_TO_WARM_UP = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LOOPS_IN_A_LOOK = 3;

    private static final int STEPS_OF_A_LOOP = 10_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final int processors = Runtime.getRuntime().availableProcessors();
    private long bestNanos = Long.MAX_VALUE;

    HostSpeed() throws InterruptedException {
        for (int look = 0; look < LOOKS_TO_WARM_UP; look++) {
            bestNanos = Math.min(bestNanos, loopNanos());
        }
    }

    /// What this look showed, in words, beside the best that was seen.
    String look() throws InterruptedException {
        return look(loopNanos());
    }

    String look(long loopNanos) {
        bestNanos = Math.min(bestNanos, loopNanos);
        return String.format(
                Locale.ROOT,
                "the machine at %d %% of its best (%.1f ms a loop)",
                Math.round(100.0 * bestNanos / loopNanos),
                loopNanos / NANOS_PER_MILLI);
    }

    /// Of the slowest processor.
    private long loopNanos() throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(processors)) {
            List<Future<Long>> loops =
                    IntStream.range(0, processors)
                            .mapToObj(_ -> threads.submit(HostSpeed::quickestLoopNanos))
                            .toList();
            long slowest = 0;
            for (Future<Long> loop : loops) {
                slowest = Math.max(slowest, loop.get());
            }
            return slowest;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long quickestLoopNanos() {
        return LongStream.range(0, LOOPS_IN_A_LOOK).map(HostSpeed::timedLoop).min().orElseThrow();
    }

    private static long timedLoop(long seed) {
        long start = THREADS.getCurrentThreadCpuTime();
        if (xorShift(seed + 1) == 0) {
            throw new IllegalStateException("xorshift: 0 (expected: never, of a seed that is not)");
        }
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    /// Marsaglia's xorshift, "Xorshift RNGs" (2003): each step needs the one before, so no
    /// processor takes several at once.
    private static long xorShift(long seed) {
        long state = seed;
        for (int step = 0; step < STEPS_OF_A_LOOP; step++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        return state;
    }
}
