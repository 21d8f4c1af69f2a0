package io.firstcome.server.ops;

import io.firstcome.core.time.LedgerClock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Compares the clock of this machine with that of the ledger, which alone decides. Where they are
/// far apart nothing is decided wrongly, but one of them is wrong: by another machine's clock a
/// campaign starts early or late; and one that was set back stands still until it has caught up.
public final class ClockWatch implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ClockWatch.class.getName());

    private static final long APART_MICROS_MAX = 1_000_000;
    private static final int SECONDS_BETWEEN_LOOKS = 10;

    private final LedgerClock ledger;
    private final InstantSource machine;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("clock-watch").daemon().factory());
    private boolean isApart;

    public ClockWatch(LedgerClock ledger, InstantSource machine) {
        this.ledger = ledger;
        this.machine = machine;
    }

    /// Shows both as gauges.
    public void showIn(Metrics metrics) {
        metrics.gauge(
                "firstcome.clock.offset.seconds",
                "The ledger's time minus that of this machine.",
                () -> offsetMicros() / 1e6);
        metrics.gauge(
                "firstcome.clock.doubt.seconds",
                "How far that may be off: another machine's time is not known better.",
                () -> ledger.doubtMicros() / 1e6);
    }

    /// Looks from now on, now and then.
    public void start() {
        ScheduledFuture<?> _ =
                thread.scheduleWithFixedDelay(
                        this::look, 0, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    }

    private long offsetMicros() {
        return ledger.nowMicros() - ChronoUnit.MICROS.between(Instant.EPOCH, machine.instant());
    }

    /// Warns once when they are too far apart, until they are not.
    void look() {
        long offsetMicros = offsetMicros();
        boolean wasApart = isApart;
        isApart = Math.abs(offsetMicros) - ledger.doubtMicros() > APART_MICROS_MAX;
        if (isApart && !wasApart) {
            LOG.log(
                    Level.WARNING,
                    String.format(
                            Locale.ROOT,
                            "clock: this machine's is %.1f s %s the ledger's, by which everything"
                                + " is decided (expected: within %d s; is NTP at work on both?)",
                            Math.abs(offsetMicros) / 1e6,
                            offsetMicros > 0 ? "behind" : "before",
                            APART_MICROS_MAX / 1_000_000));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
