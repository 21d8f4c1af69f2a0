package io.firstcome.connect.vertx;

/// Something that a client has begun to send and is expected to complete.
interface Awaited {
    long sinceNanos();

    void timeOut();
}
