package io.firstcome.server.watch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Lets those who look on look ten times a second, one after the other, all on one thread.
final class Ticker {
    static final int TICKS_PER_SECOND = 10;

    private static final Logger LOG = System.getLogger(Ticker.class.getName());

    /// Somebody who looks on. All methods run on the ticker's thread.
    interface Onlooker {
        /// Looks.
        ///
        /// @return whether to look again
        boolean look();

        /// Ends, because the server does.
        void stop();
    }

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("ticker").daemon().factory());
    private final Set<Onlooker> onlookers = new LinkedHashSet<>();

    Ticker() {
        long period = TimeUnit.SECONDS.toMillis(1) / TICKS_PER_SECOND;
        ScheduledFuture<?> _ =
                thread.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    /// Lets somebody look now, then at every tick.
    void add(Onlooker onlooker) {
        execute(
                () -> {
                    if (looks(onlooker)) {
                        onlookers.add(onlooker);
                    }
                },
                onlooker::stop);
    }

    void remove(Onlooker onlooker) {
        execute(() -> onlookers.remove(onlooker), () -> {});
    }

    private void execute(Runnable task, Runnable otherwise) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            otherwise.run();
        }
    }

    private void tick() {
        onlookers.removeIf(onlooker -> !looks(onlooker));
    }

    private static boolean looks(Onlooker onlooker) {
        try {
            return onlooker.look();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a stream failed", e);
            onlooker.stop();
            return false;
        }
    }

    /// Stops all who look on, and lets nobody look any more.
    void close() {
        execute(() -> List.copyOf(onlookers).forEach(Onlooker::stop), () -> {});
        thread.shutdown();
    }
}
