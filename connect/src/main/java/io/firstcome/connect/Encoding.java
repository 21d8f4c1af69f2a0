package io.firstcome.connect;

/// How messages are written.
public enum Encoding {
    PROTO,
    JSON
}
