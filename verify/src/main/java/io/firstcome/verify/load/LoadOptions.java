package io.firstcome.verify.load;

import java.net.URI;
import java.time.Duration;

/// Where a load goes and how much of it there is.
///
/// @param target scheme, host and port of the server; only `http`
/// @param connections how many connections are held open, each with one request in flight
/// @param limit after this long no request is sent any more
/// @param requestTimeout a request without an answer for this long is reported as unknown
/// @param unreachableFor the load ends when no connection could be had for this long
public record LoadOptions(
        URI target,
        int connections,
        Duration limit,
        Duration requestTimeout,
        Duration unreachableFor) {

    /// The most connections that a load can hold.
    public static final int CONNECTIONS_MAX = 50_000;

    public LoadOptions {
        if (!"http".equals(target.getScheme()) || target.getHost() == null) {
            throw new IllegalArgumentException(
                    "target: " + target + " (expected: http://host:port)");
        }
        if (connections < 1 || connections > CONNECTIONS_MAX) {
            throw new IllegalArgumentException(
                    "connections: " + connections + " (expected: 1.." + CONNECTIONS_MAX + ")");
        }
        requirePositive("limit", limit);
        requirePositive("requestTimeout", requestTimeout);
        requirePositive("unreachableFor", unreachableFor);
    }

    /// The port to connect to; 80 when the target names none.
    int port() {
        return target.getPort() < 0 ? 80 : target.getPort();
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + ": " + duration + " (expected: > 0)");
        }
    }
}
