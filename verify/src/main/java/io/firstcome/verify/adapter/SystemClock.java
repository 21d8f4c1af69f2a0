package io.firstcome.verify.adapter;

import io.firstcome.verify.client.ServerClock;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/// The clock of a system that has no call for it: this machine's own for one that runs on it, else
/// the `Date` of its answers, read often around the turn of a second.
final class SystemClock {
    private static final int READINGS = 60;
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final HttpCalls calls;
    private boolean known = true;

    SystemClock(HttpCalls calls) {
        this.calls = calls;
    }

    /// Whether the last measurement rests on the system's own time.
    boolean isKnown() {
        return known;
    }

    ServerClock measure() throws InterruptedException {
        if (isThisMachine()) {
            return ServerClock.of(READINGS, () -> Instant.now().toString());
        }
        known = true;
        return ServerClock.of(READINGS, this::date);
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(calls.issueUrl().getHost()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private String date() throws InterruptedException {
        Thread.sleep(PAUSE);
        String date = calls.touch().headers().firstValue("Date").orElse("");
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException _) {
            known = false;
            return Instant.now().toString();
        }
    }
}
