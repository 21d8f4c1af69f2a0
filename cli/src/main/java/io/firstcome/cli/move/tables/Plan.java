package io.firstcome.cli.move.tables;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;

/// How tables are read.
///
/// @param zone of the times in them
/// @param mend whether what can be mended is; else it is a fault
/// @param now the time: what is later has not happened
public record Plan(ZoneId zone, boolean mend, Instant now) {
    LocalTimes times() {
        return new LocalTimes(zone);
    }

    public long nowMicros() {
        return LocalTimes.micros(now);
    }

    /// A time in the past.
    ///
    /// @throws IllegalArgumentException when it is another one
    long past(Row row, String column) throws SQLException {
        long micros = row.micros(column, times());
        if (micros > nowMicros()) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: not later than now, %s; is --zone right?)"
                            .formatted(column, row.find(column), now.atZone(zone)));
        }
        return micros;
    }
}
