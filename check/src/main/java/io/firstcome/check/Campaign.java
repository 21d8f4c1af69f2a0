package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What the campaign under judgement promises.
///
/// @param limit how many coupons there are; null: unlimited
/// @param end the first instant at which nothing is issued any more; null: none
public record Campaign(String id, @Nullable Long limit, Instant start, @Nullable Instant end) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /// A campaign with a limit and without an end.
    public static Campaign limited(String id, long limit, Instant start) {
        return new Campaign(id, limit, start, null);
    }

    /// The start in nanoseconds since the epoch.
    public long startNanos() {
        return epochNanos(start);
    }

    /// An instant in nanoseconds since the epoch; an `ArithmeticException` after the year 2262.
    static long epochNanos(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), instant.getNano());
    }
}
