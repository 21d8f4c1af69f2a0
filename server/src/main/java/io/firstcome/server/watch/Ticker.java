package io.firstcome.server.watch;

import io.firstcome.connect.RpcError;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
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

        /// Ends, and says why. Not called any more is [#look].
        void stop(RpcError why);
    }

    private final int onlookersMax;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("ticker").daemon().factory());
    private final Set<Onlooker> onlookers = new LinkedHashSet<>();

    /// @param onlookersMax who comes when there are as many is told to come again
    Ticker(int onlookersMax) {
        this.onlookersMax = onlookersMax;
        long period = TimeUnit.SECONDS.toMillis(1) / TICKS_PER_SECOND;
        ScheduledFuture<?> _ =
                thread.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.MILLISECONDS);
    }

    /// Lets somebody look now, then at every tick.
    void add(Onlooker onlooker) {
        execute(() -> addNow(onlooker), () -> onlooker.stop(Errors.unavailable()));
    }

    private void addNow(Onlooker onlooker) {
        if (onlookers.size() >= onlookersMax) {
            onlooker.stop(Errors.overloaded());
        } else if (looks(onlooker)) {
            onlookers.add(onlooker);
        }
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
        } catch (LedgerException e) {
            onlooker.stop(Errors.unavailable());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a stream failed", e);
            onlooker.stop(Errors.of(Reason.INTERNAL));
        }
        return false;
    }

    /// Stops all who look on, and lets nobody look any more.
    void close() {
        execute(this::stopAll, () -> {});
        thread.shutdown();
    }

    private void stopAll() {
        for (Onlooker onlooker : onlookers) {
            onlooker.stop(Errors.unavailable());
        }
        onlookers.clear();
    }
}
