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
    /// Of a time that came twice, because clocks were set back, the first.
    ///
    /// @return microseconds since 1970-01-01T00:00:00Z
    /// @throws IllegalArgumentException when no clock of the zone showed it, because they were set
    ///   forward
    long micros(LocalDateTime time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s (expected: a time that there was in %s; is --zone right?)"
                            .formatted(time, zone));
        }
        return micros(time.toInstant(offsets.getFirst()));
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
