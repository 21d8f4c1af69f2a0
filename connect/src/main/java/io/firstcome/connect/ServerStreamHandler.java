package io.firstcome.connect;

import com.google.protobuf.Message;

/// Serves a method that takes one request and gives a stream of responses.
@FunctionalInterface
public non-sealed interface ServerStreamHandler<Q extends Message, S extends Message>
        extends Handler<Q, S> {
    /// Runs on the thread that owns the connection, so it must not block. What it throws is logged,
    /// and answered `internal`.
    void handle(Call call, Q request, Responses<S> responses);
}
