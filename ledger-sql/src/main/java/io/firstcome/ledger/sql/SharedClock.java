package io.firstcome.ledger.sql;

import io.firstcome.core.time.LedgerClock;
import io.firstcome.core.time.MonotonicClock;

import java.util.concurrent.atomic.AtomicLong;

/// The clock of a shared ledger on one node. It is the database's, as far as it is known here, and
/// neither what it says nor what is decided by it runs backwards when that one is set back.
final class SharedClock implements LedgerClock {
    private final SharedTime time;
    private final MonotonicClock clock;
    private final AtomicLong decidedMicros = new AtomicLong();

    SharedClock(SharedTime time) {
        this.time = time;
        this.clock = new MonotonicClock(time, 0);
    }

    @Override
    public long nowMicros() {
        return clock.nowMicros();
    }

    /// Both what is known of the database's time and what is added to it to be never behind.
    @Override
    public long doubtMicros() {
        return 2 * time.doubtMicros();
    }

    /// The time to decide by. It is that of the database, not what this node made of it; but where
    /// the database is now behind what was surely its time before, its clock was set back.
    ///
    /// @param databaseMicros what the database said
    /// @param floorMicros the latest time that the ledger knows of
    /// @param askedNanos when the database was asked, by [System#nanoTime]
    long decide(long databaseMicros, long floorMicros, long askedNanos) {
        long surelyPast = Math.max(time.surelyMicros(askedNanos), decidedMicros());
        long heard = time.heard(databaseMicros, askedNanos);
        long micros = Math.max(heard, Math.max(floorMicros, surelyPast));
        pass(micros);
        return micros;
    }

    /// Hears of a time to decide by.
    void pass(long micros) {
        clock.pass(micros);
        decidedMicros.accumulateAndGet(micros, Math::max);
    }

    /// The latest time to decide by of which it has heard.
    long decidedMicros() {
        return decidedMicros.get();
    }
}
