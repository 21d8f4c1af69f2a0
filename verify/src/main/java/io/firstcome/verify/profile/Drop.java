package io.firstcome.verify.profile;

/// The opening that a profile is laid around, and how much is asked.
///
/// @param nowNanos the earliest time at which anything can be due, a `System.nanoTime()`
/// @param openNanos the opening, a `System.nanoTime()`; it may have been
/// @param users how many people ask
/// @param asksEach how often each of them asks
public record Drop(long nowNanos, long openNanos, int users, int asksEach) {
    /// How many asks there are.
    int asks() {
        return Math.multiplyExact(users, asksEach);
    }

    /// Whether the opening is still to come.
    public boolean isAhead() {
        return openNanos > nowNanos;
    }

    /// The opening, or now when that has been.
    long rushNanos() {
        return Math.max(nowNanos, openNanos);
    }

    /// When something begins that lasts so long and has the opening in its middle, or now when that
    /// has been.
    long beginNanos(double lastingNanos) {
        return Math.max(nowNanos, openNanos - (long) (lastingNanos / 2));
    }
}
