package io.firstcome.server.issue;

import com.google.protobuf.Timestamp;

import java.time.Instant;

/// Writes timestamps of whole microseconds as RFC 3339 in UTC. It keeps the text of the second it
/// wrote last, since in a drop thousands fall into one.
final class TimestampText {
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int MICROS_PER_SECOND = 1_000_000;

    private record Second(long seconds, String text) {
        static Second of(long seconds) {
            String text = Instant.ofEpochSecond(seconds).toString();
            return new Second(seconds, text.substring(0, text.length() - 1));
        }
    }

    private volatile Second last = Second.of(0);

    void append(StringBuilder text, Timestamp timestamp) {
        Second second = last;
        if (second.seconds() != timestamp.getSeconds()) {
            second = Second.of(timestamp.getSeconds());
            last = second;
        }
        text.append(second.text());
        int micros = timestamp.getNanos() / NANOS_PER_MICRO;
        if (micros > 0) {
            // The leading 1 keeps the zeros of the fraction, and gives way to the point.
            int point = text.length();
            text.append(MICROS_PER_SECOND + micros).setCharAt(point, '.');
        }
        text.append('Z');
    }
}
