package io.firstcome.connect;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;

/// What a handler can know of a call besides its request.
public interface Call {
    /// The value of a request header; null when there is none. The name's case does not matter.
    @Nullable String header(String name);

    /// Whether the caller said how long it will wait.
    boolean hasDeadline();

    /// The instant after which the caller no longer waits, in nanoseconds of the clock the server
    /// was given. Meaningful only with [#hasDeadline].
    long deadlineNanos();

    /// The other end of the connection.
    SocketAddress remoteAddress();
}
