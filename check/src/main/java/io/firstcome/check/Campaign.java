package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What the campaign under judgement promises.
///
/// @param limit how many coupons there are; null: unlimited
/// @param end the first instant at which nothing is issued any more; null: none
public record Campaign(String id, @Nullable Long limit, Instant start, @Nullable Instant end) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final Instant FIRST = Instant.ofEpochSecond(Long.MIN_VALUE / NANOS_PER_SECOND);
    private static final Instant LAST = Instant.ofEpochSecond(Long.MAX_VALUE / NANOS_PER_SECOND);

    /// A campaign with a limit and without an end.
    public static Campaign limited(String id, long limit, Instant start) {
        return new Campaign(id, limit, start, null);
    }

    /// The start in nanoseconds since the epoch.
    public long startNanos() {
        return epochNanos(start);
    }

    /// An instant in nanoseconds since the epoch; the last or first of them when it is beyond the
    /// years 1677 to 2262.
    public static long epochNanos(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            return instant.isBefore(FIRST) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
    }
}
