package io.firstcome.connect.vertx;

/// Something that a client has begun to send and is expected to complete. Its time begins when a
/// [Connection] looks at it first: nearly always it is complete before, and nobody has asked for
/// the time.
abstract class Awaited {
    private boolean isSeen;
    private long seenNanos;

    /// It begins, maybe again.
    final void begin() {
        isSeen = false;
    }

    final boolean isLate(long nowNanos, long timeoutNanos) {
        if (!isSeen) {
            isSeen = true;
            seenNanos = nowNanos;
        }
        return nowNanos - seenNanos >= timeoutNanos;
    }

    abstract void timeOut();
}
