package io.firstcome.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that a test sets, to the microsecond, forwards or backwards.
public final class TestClock implements InstantSource {
    private final AtomicLong nowMicros;

    /// @param nowMicros microseconds since 1970-01-01T00:00:00Z
    public TestClock(long nowMicros) {
        this.nowMicros = new AtomicLong(nowMicros);
    }

    public long nowMicros() {
        return nowMicros.get();
    }

    public void set(long micros) {
        nowMicros.set(micros);
    }

    /// Moves by `micros`; backwards when negative.
    public void step(long micros) {
        nowMicros.addAndGet(micros);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(nowMicros(), ChronoUnit.MICROS);
    }
}
