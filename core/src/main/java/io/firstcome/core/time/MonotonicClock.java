package io.firstcome.core.time;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/// A wall clock that stands still where its source steps back, until the source has caught up.
///
/// Whoever makes decisions durable keeps the time of the last one as the floor of the next run.
public final class MonotonicClock implements LedgerClock {
    private final InstantSource source;
    private final AtomicLong floorMicros;

    /// @param floorMicros the latest time that earlier runs made known
    public MonotonicClock(InstantSource source, long floorMicros) {
        this.source = source;
        this.floorMicros = new AtomicLong(floorMicros);
    }

    @Override
    public long nowMicros() {
        long now = microsOf(source.instant());
        long floor = floorMicros.get();
        while (now > floor && !floorMicros.weakCompareAndSetVolatile(floor, now)) {
            floor = floorMicros.get();
        }
        return Math.max(now, floor);
    }

    /// The latest time it has said or heard of.
    public long latestMicros() {
        return floorMicros.get();
    }

    /// Hears of a time that somebody else made known.
    public void pass(long micros) {
        floorMicros.accumulateAndGet(micros, Math::max);
    }

    /// A time later than all it has said before, even while its source stands still.
    public long tickMicros() {
        long now = microsOf(source.instant());
        return floorMicros.updateAndGet(floor -> Math.max(now, floor + 1));
    }

    private static long microsOf(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }
}
