package io.firstcome.connect;

import java.time.Duration;

/// The most that a server lets its clients take.
///
/// @param maxMessageBytes of one request message, as it is sent and as it is inflated
/// @param maxHeaderBytes of all headers of a request together
/// @param maxConnections at once; further ones are closed when they are made
/// @param maxStreams of one HTTP/2 connection at once
/// @param bodyTimeout from the head of a request to the end of its body; in a stream, from the
///   beginning of each message to its end
/// @param idleTimeout of a connection on which no request is served and nothing of a response goes
///   out
public record Limits(
        int maxMessageBytes,
        int maxHeaderBytes,
        int maxConnections,
        int maxStreams,
        Duration bodyTimeout,
        Duration idleTimeout) {
    public static final Limits DEFAULT =
            new Limits(
                    16 * 1024,
                    8 * 1024,
                    10_000,
                    128,
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1));

    public Limits {
        requirePositive("maxMessageBytes", maxMessageBytes);
        requirePositive("maxHeaderBytes", maxHeaderBytes);
        requirePositive("maxConnections", maxConnections);
        requirePositive("maxStreams", maxStreams);
        requireAMillisecond("bodyTimeout", bodyTimeout);
        requireAMillisecond("idleTimeout", idleTimeout);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1)");
        }
    }

    private static void requireAMillisecond(String name, Duration value) {
        if (value.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: >= 1 ms)");
        }
    }
}
