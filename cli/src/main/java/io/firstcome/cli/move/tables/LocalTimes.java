package io.firstcome.cli.move.tables;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Which instants they are that a clock showed.
///
/// @param zone where that clock hung
record LocalTimes(ZoneId zone) {
    /// The instants that can be told over the API.
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /// Of a time that came twice, because clocks were set back, the first.
    ///
    /// @return microseconds since 1970-01-01T00:00:00Z
    /// @throws IllegalArgumentException of which the message says what is expected, when no clock
    ///   of the zone showed it, because they were set forward, or it can not be told
    long micros(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException(
                    "a time that there was in %s; is --zone right?".formatted(zone));
        }
        return micros(time.toInstant(offsets.getFirst()));
    }

    /// The same of an instant.
    static long micros(Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("a time of the years 1 to 9999");
        }
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
