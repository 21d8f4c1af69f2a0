package io.firstcome.server.place;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// How much of a processor threads use.
final class Usage {
    private final List<Long> threads = new CopyOnWriteArrayList<>();
    private long usedNanos;
    private long lookedNanos = System.nanoTime();

    void add(Thread thread) {
        threads.add(thread.threadId());
    }

    /// Of a processor, what each thread has used since this was asked before, on the average.
    double share() {
        long used = sumNanos();
        long now = System.nanoTime();
        double share = (double) (used - usedNanos) / (now - lookedNanos) / threads.size();
        usedNanos = used;
        lookedNanos = now;
        return share;
    }

    private long sumNanos() {
        ThreadMXBean all = ManagementFactory.getThreadMXBean();
        return threads.stream().mapToLong(all::getThreadCpuTime).sum();
    }
}
