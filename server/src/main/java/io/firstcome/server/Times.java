package io.firstcome.server;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Converts between the core's microseconds and the API's timestamps.
public final class Times {
    private Times() {}

    public static Timestamp timestamp(long micros) {
        return Timestamps.fromMicros(micros);
    }

    /// Microseconds since 1970-01-01T00:00:00Z; a finer part is dropped.
    public static long micros(Timestamp timestamp) {
        return Timestamps.toMicros(timestamp);
    }

    /// RFC 3339 in UTC, for facts in errors.
    public static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
