package io.firstcome.connect;

/// The protocols that a call can come by.
public enum Protocol {
    CONNECT,
    GRPC,
    GRPC_WEB,
    REST
}
