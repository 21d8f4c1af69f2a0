package io.firstcome.drills;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Kills a node at random every two seconds with `kill -9`, and starts it again at once. The next
/// one is killed whether that is back or not, unless no other runs.
final class NodeKills implements Fault {
    private static final int APART_MILLIS = 2_000;
    private static final int SPREAD_MILLIS = 1_000;

    private final Cluster cluster;
    private final List<Integer> running;
    private final RandomGenerator random;
    private final PrintStream out;
    private final AtomicInteger count = new AtomicInteger();

    /// @param nodes how many the cluster has
    NodeKills(Cluster cluster, int nodes, RandomGenerator random, PrintStream out) {
        this.cluster = cluster;
        this.running = new CopyOnWriteArrayList<>(IntStream.range(0, nodes).boxed().toList());
        this.random = random;
        this.out = out;
    }

    /// How many nodes it has killed.
    int count() {
        return count.get();
    }

    @Override
    public void strike(CountDownLatch over) throws InterruptedException {
        Thread.sleep(SharedDrop.LEAD.plusMillis(random.nextInt(-SPREAD_MILLIS, SPREAD_MILLIS)));
        List<Future<?>> restarts = new ArrayList<>();
        try (ExecutorService restarting = Executors.newVirtualThreadPerTaskExecutor()) {
            do {
                if (running.size() > 1) {
                    int number = kill();
                    restarts.add(restarting.submit(() -> restart(number)));
                }
            } while (!over.await(APART_MILLIS, TimeUnit.MILLISECONDS));
        }
        for (Future<?> restart : restarts) {
            Fault.join(restart);
        }
    }

    private int kill() throws InterruptedException {
        int number = running.remove(random.nextInt(running.size()));
        cluster.node(number).kill();
        count.incrementAndGet();
        out.printf("node %d was killed, %d run%n", number + 1, running.size());
        return number;
    }

    private Void restart(int number) throws InterruptedException {
        cluster.node(number).restart();
        running.add(number);
        out.printf("node %d is there again%n", number + 1);
        return null;
    }
}
