package io.firstcome.server.place;

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

    private final LongSupplier microsToNextStart;
    private final Runnable collection;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("start-watch").daemon().factory());
    private boolean wasNear;

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
                        this::look,
                        MILLIS_BETWEEN_LOOKS,
                        MILLIS_BETWEEN_LOOKS,
                        TimeUnit.MILLISECONDS);
    }

    /// Collects once for each start.
    void look() {
        long toStartMicros = microsToNextStart.getAsLong();
        boolean isNear = toStartMicros > LATEST_MICROS && toStartMicros <= EARLIEST_MICROS;
        if (isNear && !wasNear) {
            collection.run();
        }
        wasNear = isNear;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
