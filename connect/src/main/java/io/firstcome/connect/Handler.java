package io.firstcome.connect;

import com.google.protobuf.Message;

/// What serves a method: one of four kinds, by which of its sides stream.
public sealed interface Handler<Q extends Message, S extends Message>
        permits UnaryHandler, ServerStreamHandler, ClientStreamHandler, BidiStreamHandler {}
