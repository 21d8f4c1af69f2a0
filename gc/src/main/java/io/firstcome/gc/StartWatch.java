package io.firstcome.gc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Has the JVM collect its garbage before a campaign starts: the youngest objects shortly before
/// it, and some seconds before it all of them, when there is little room left. All threads stand
/// still meanwhile, for some milliseconds where many wait or for some tenths of a second, and at
/// the start nobody has to wait for that: there is room again for what the first moments leave
/// behind.
public final class StartWatch implements AutoCloseable {
    private static final long YOUNG_EARLIEST_MICROS = 300_000;

    /// The last moments are for the ledger's rehearsals.
    private static final long YOUNG_LATEST_MICROS = 150_000;

    /// So early that what is slow after it is fast again at the start; and for so long that the
    /// rest after a start does not hide it from the next one.
    private static final long FULL_EARLIEST_MICROS = 10_000_000;

    private static final long FULL_LATEST_MICROS = 5_000_000;

    private static final int MILLIS_BETWEEN_LOOKS = 50;

    /// For so long nothing is collected again. Where campaigns start one after another, a
    /// collection for the next might meet the first moments of this one.
    private static final int LOOKS_OF_REST = 1_000 / MILLIS_BETWEEN_LOOKS;

    private static final int LOOKS_OF_FULL_REST = 10_000 / MILLIS_BETWEEN_LOOKS;

    private static final Logger LOG = System.getLogger(StartWatch.class.getName());

    private final LongSupplier microsToNextStart;
    private final Runnable young;
    private final Runnable full;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("start-watch").daemon().factory());
    private int looksToRest;
    private int looksToFullRest;

    /// Of one that collects old objects, too.
    ///
    /// @param microsToNextStart how long it is to the next start of a campaign
    public static StartWatch ofAll(LongSupplier microsToNextStart) {
        return new StartWatch(
                microsToNextStart, YoungCollection::run, FullCollection::runWhenNearlyFull);
    }

    /// Of one that leaves old objects alone, for who keeps all it has.
    ///
    /// @param microsToNextStart how long it is to the next start of a campaign
    public static StartWatch ofYoung(LongSupplier microsToNextStart) {
        return new StartWatch(microsToNextStart, YoungCollection::run, () -> {});
    }

    StartWatch(LongSupplier microsToNextStart, Runnable young, Runnable full) {
        this.microsToNextStart = microsToNextStart;
        this.young = young;
        this.full = full;
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
        long toStart = microsToNextStart.getAsLong();
        if (looksToRest > 0) {
            looksToRest--;
        } else if (toStart > YOUNG_LATEST_MICROS && toStart <= YOUNG_EARLIEST_MICROS) {
            looksToRest = LOOKS_OF_REST;
            looksToFullRest = LOOKS_OF_FULL_REST;
            young.run();
        }
        if (looksToFullRest > 0) {
            looksToFullRest--;
        } else if (toStart > FULL_LATEST_MICROS && toStart <= FULL_EARLIEST_MICROS) {
            looksToFullRest = LOOKS_OF_FULL_REST;
            full.run();
        }
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
