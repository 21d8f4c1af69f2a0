package io.firstcome.core.time;

/// The clock by which a ledger decides. It never runs backwards, not even across restarts.
@FunctionalInterface
public interface LedgerClock {
    /// Microseconds since 1970-01-01T00:00:00Z; never less than it said before.
    long nowMicros();

    /// How far what it says may be from what it decides by, in microseconds: another machine's
    /// clock is not known better than the way there allows.
    default long doubtMicros() {
        return 0;
    }
}
