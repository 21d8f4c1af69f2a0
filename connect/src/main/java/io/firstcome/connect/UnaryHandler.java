package io.firstcome.connect;

import com.google.protobuf.Message;

/// Serves a method that takes one request and gives one response.
@FunctionalInterface
public non-sealed interface UnaryHandler<Q extends Message, S extends Message>
        extends Handler<Q, S> {
    /// Runs on the thread that owns the connection, so it must not block; it may answer later,
    /// through `reply`. What it throws is logged, and answered `internal`.
    void handle(Call call, Q request, Reply<S> reply);
}
