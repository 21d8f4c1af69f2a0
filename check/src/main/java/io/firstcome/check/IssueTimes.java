package io.firstcome.check;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.List;

/// How exactly a system tells when it issued.
///
/// Times may be cut to any step; those that are all whole seconds may be rounded instead.
///
/// @param told whether it tells at all
/// @param stepNanos every time is a multiple of it: a second, a millisecond, a microsecond or 1
record IssueTimes(boolean told, long stepNanos) {
    private static final long SECOND_NANOS = 1_000_000_000;
    private static final long MILLI_NANOS = 1_000_000;
    private static final long MICRO_NANOS = 1_000;

    static IssueTimes of(History history) {
        long step = SECOND_NANOS;
        for (Coupon coupon : history.after().coupons()) {
            step = step(step, coupon.issuedAt().get(ChronoField.NANO_OF_SECOND));
        }
        return new IssueTimes(!history.untold().contains(Fact.ISSUE_TIME), step);
    }

    private static long step(long step, int nano) {
        for (long possible : List.of(SECOND_NANOS, MILLI_NANOS, MICRO_NANOS)) {
            if (possible <= step && nano % possible == 0) {
                return possible;
            }
        }
        return 1;
    }

    /// The latest instant at which the coupon may have been issued.
    long latestNanos(Coupon coupon) {
        long told = Campaign.epochNanos(coupon.issuedAt());
        long latest = told + Math.max(MILLI_NANOS, stepNanos);
        return latest < told ? Long.MAX_VALUE : latest;
    }

    /// The earliest instant at which the coupon may have been issued.
    long earliestNanos(Coupon coupon) {
        long told = Campaign.epochNanos(coupon.issuedAt());
        long rounded = stepNanos == SECOND_NANOS ? SECOND_NANOS / 2 : 0;
        return told < Long.MIN_VALUE + rounded ? told : told - rounded;
    }

    /// Whether the coupon was issued before an instant of the same clock.
    boolean isBefore(Coupon coupon, Instant instant) {
        return coupon.issuedAt()
                .isBefore(instant.minusNanos(instant.get(ChronoField.NANO_OF_SECOND) % stepNanos));
    }

    /// Whether the coupon was issued at an instant of the same clock or after it.
    boolean isFrom(Coupon coupon, Instant instant) {
        return earliestNanos(coupon) >= Campaign.epochNanos(instant);
    }
}
