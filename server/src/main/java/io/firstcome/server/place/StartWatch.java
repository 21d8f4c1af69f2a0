package io.firstcome.server.place;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Has the JVM collect its garbage shortly before a campaign starts. All threads stand still
/// meanwhile, for some milliseconds where many wait, and at the start nobody has to wait for that:
/// there is room again for what the first moments leave behind.
public final class StartWatch implements AutoCloseable {
    private static final long EARLIEST_MICROS = 300_000;

    /// The last moments are for the ledger's rehearsals.
    private static final long LATEST_MICROS = 150_000;

    private static final int MILLIS_BETWEEN_LOOKS = 50;

    /// For so long nothing is collected again. Where campaigns start one after another, a
    /// collection for the next might meet the first moments of this one.
    private static final int LOOKS_OF_REST = 1_000 / MILLIS_BETWEEN_LOOKS;

    private static final Logger LOG = System.getLogger(StartWatch.class.getName());

    private final LongSupplier microsToNextStart;
    private final Runnable collection;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("start-watch").daemon().factory());
    private int looksToRest;

    /// @param microsToNextStart how long it is to the next start of a campaign
    public StartWatch(LongSupplier microsToNextStart) {
        this(microsToNextStart, YoungCollection::run);
    }

    StartWatch(LongSupplier microsToNextStart, Runnable collection) {
        this.microsToNextStart = microsToNextStart;
        this.collection = collection;
    }

    /// Looks from now on.
    public void start() {
        ScheduledFuture<?> _ =
                thread.scheduleWithFixedDelay(
                        this::lookAgain,
                        MILLIS_BETWEEN_LOOKS,
                        MILLIS_BETWEEN_LOOKS,
                        TimeUnit.MILLISECONDS);
    }

    /// Collects when a start is near, once.
    void look() {
        if (looksToRest > 0) {
            looksToRest--;
        } else if (isNear(microsToNextStart.getAsLong())) {
            looksToRest = LOOKS_OF_REST;
            collection.run();
        }
    }

    private static boolean isNear(long toStartMicros) {
        return toStartMicros > LATEST_MICROS && toStartMicros <= EARLIEST_MICROS;
    }

    /// What fails once does not end the looking.
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "start-watch: can not look at the next start", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
