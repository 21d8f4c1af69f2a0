package io.firstcome.connect;

import com.google.protobuf.Message;

/// Serves a method that takes a stream of requests and gives one response.
@FunctionalInterface
public non-sealed interface ClientStreamHandler<Q extends Message, S extends Message>
        extends Handler<Q, S> {
    /// Begins a call. Runs on the thread that owns the connection, so it must not block. What it
    /// throws is logged, and answered `internal`.
    ///
    /// @return what takes the requests
    Requests<Q> open(Call call, Reply<S> reply);
}
