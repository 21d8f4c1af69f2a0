package io.firstcome.verify.load;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

import javax.net.ssl.SSLContext;

/// Where a load goes and how much of it there is.
///
/// @param target scheme, host and port of the server
/// @param connections how many connections are held open, each with one request in flight
/// @param limit after this long no request is sent any more
/// @param requestTimeout a request without an answer for this long is reported as unknown
/// @param unreachableFor the load ends when no connection could be had for this long
/// @param trust says which servers of `https` are trusted; null: those that this machine trusts
public record LoadOptions(
        URI target,
        int connections,
        Duration limit,
        Duration requestTimeout,
        Duration unreachableFor,
        @Nullable SSLContext trust) {

    /// The most connections that a load can hold.
    public static final int CONNECTIONS_MAX = 50_000;

    /// Trusts whom this machine trusts.
    public LoadOptions(
            URI target,
            int connections,
            Duration limit,
            Duration requestTimeout,
            Duration unreachableFor) {
        this(target, connections, limit, requestTimeout, unreachableFor, null);
    }

    public LoadOptions {
        boolean isHttp = "http".equals(target.getScheme()) || "https".equals(target.getScheme());
        if (!isHttp || target.getHost() == null) {
            throw new IllegalArgumentException(
                    "target: " + target + " (expected: http://host:port or https://host:port)");
        }
        if (connections < 1 || connections > CONNECTIONS_MAX) {
            throw new IllegalArgumentException(
                    "connections: " + connections + " (expected: 1.." + CONNECTIONS_MAX + ")");
        }
        requirePositive("limit", limit);
        requirePositive("requestTimeout", requestTimeout);
        requirePositive("unreachableFor", unreachableFor);
    }

    boolean hasTls() {
        return "https".equals(target.getScheme());
    }

    /// The port to connect to; that of the scheme when the target names none.
    int port() {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return hasTls() ? 443 : 80;
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + ": " + duration + " (expected: > 0)");
        }
    }
}
