package io.firstcome.verify.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/// The server's clock as seen from here: how it stands to `System.nanoTime()`, and how surely.
///
/// Each reading bounds the offset (Cristian's algorithm): the server's time was read after the
/// request was sent and before the answer arrived. The readings' bounds are intersected.
///
/// @param offsetNanos server's nanoseconds since the epoch minus `System.nanoTime()`
/// @param uncertaintyNanos how far `offsetNanos` may be off
public record ServerClock(long offsetNanos, long uncertaintyNanos) {
    private static final int READINGS = 50;
    private static final String METHOD = "issue.v1.IssueService/GetServerTime";

    /// Reads the clock a number of times.
    ///
    /// @param patience for how long each reading is repeated while the server is away
    public static ServerClock measure(URI issueUrl, Duration patience) throws InterruptedException {
        return measure(issueUrl, patience, Caller.ANYBODY);
    }

    /// As above, of a server that demands a key or a certain trust.
    public static ServerClock measure(URI issueUrl, Duration patience, Caller caller)
            throws InterruptedException {
        try (ConnectClient client = new ConnectClient(issueUrl, caller)) {
            return of(READINGS, () -> time(client, patience));
        }
    }

    private static String time(ConnectClient client, Duration patience)
            throws InterruptedException {
        return client.callUntil(patience, METHOD, "{}").get("serverTime").text();
    }

    /// Something that tells the time in RFC 3339, with as many digits as it knows.
    @FunctionalInterface
    public interface Reading {
        String read() throws InterruptedException;
    }

    /// The clock behind so many readings.
    public static ServerClock of(int readings, Reading time) throws InterruptedException {
        Bounds bounds = new Bounds();
        for (int reading = 0; reading < readings; reading++) {
            long before = System.nanoTime();
            bounds.add(before, time.read(), System.nanoTime());
        }
        return bounds.clock();
    }

    /// The server's time at a `System.nanoTime()`, in nanoseconds since the epoch.
    public long epochNanos(long nanoTime) {
        return nanoTime + offsetNanos;
    }

    /// The `System.nanoTime()` of a server's time in nanoseconds since the epoch.
    public long nanoTime(long epochNanos) {
        return epochNanos - offsetNanos;
    }

    /// How far stamps made with this clock may be off when it was measured again as `later`.
    public long uncertaintyNanos(ServerClock later) {
        long drift = Math.abs(later.offsetNanos - offsetNanos);
        return Math.max(uncertaintyNanos, later.uncertaintyNanos) + drift;
    }

    /// The server writes only so many digits; the time itself may be later by what they leave out.
    private static final class Bounds {
        private long lowest = Long.MIN_VALUE;
        private long highest = Long.MAX_VALUE;
        private int digits;

        void add(long before, String serverTime, long after) {
            Instant instant = instant(serverTime);
            long epochNanos = instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
            digits = Math.max(digits, fractionDigits(serverTime));
            lowest = Math.max(lowest, epochNanos - after);
            highest = Math.min(highest, epochNanos - before);
        }

        private static Instant instant(String serverTime) {
            try {
                return OffsetDateTime.parse(serverTime).toInstant();
            } catch (DateTimeParseException _) {
                throw new ApiException(
                        METHOD + ": serverTime: '" + serverTime + "' (expected: RFC 3339)", false);
            }
        }

        private static int fractionDigits(String time) {
            int dot = time.indexOf('.');
            int end = dot + 1;
            while (dot >= 0 && end < time.length() && Character.isDigit(time.charAt(end))) {
                end++;
            }
            return end - dot - 1;
        }

        ServerClock clock() {
            long resolution = Math.round(Math.pow(10, 9 - Math.min(9, digits)));
            long width = highest + resolution - lowest;
            return new ServerClock(lowest + width / 2, Math.abs(width) / 2 + 1);
        }
    }
}
