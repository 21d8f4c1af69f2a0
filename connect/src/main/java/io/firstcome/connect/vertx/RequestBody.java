package io.firstcome.connect.vertx;

import io.firstcome.connect.http.Exchange.BodyReceiver;
import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

/// The body of a request as it comes in: gathered for a receiver up to a limit, or, while there is
/// no receiver, discarded, up to a limit too.
final class RequestBody extends Awaited {
    private static final byte[] EMPTY = {};

    private final VertxExchange exchange;
    private final int discardedMax;
    private @Nullable BodyReceiver receiver;
    private @Nullable Buffer gathered;
    private boolean isCopy;
    private int room;

    /// @param discardedMax how much is discarded, in bytes
    RequestBody(VertxExchange exchange, int discardedMax) {
        this.exchange = exchange;
        this.discardedMax = discardedMax;
        this.room = discardedMax;
    }

    void gather(int maxBytes, BodyReceiver receiver) {
        this.receiver = receiver;
        this.room = maxBytes;
    }

    void discard() {
        receiver = null;
        gathered = null;
        room = discardedMax;
    }

    void add(Buffer chunk) {
        room -= chunk.length();
        if (room < 0) {
            overflow();
        } else if (receiver != null) {
            keep(chunk);
        }
    }

    void overflow() {
        BodyReceiver waiting = receiver;
        if (waiting == null) {
            exchange.abandon();
        } else {
            discard();
            waiting.tooLarge();
        }
    }

    private void keep(Buffer chunk) {
        if (gathered == null) {
            gathered = chunk;
        } else if (isCopy) {
            gathered.appendBuffer(chunk);
        } else {
            gathered = gathered.copy().appendBuffer(chunk);
            isCopy = true;
        }
    }

    void end() {
        BodyReceiver waiting = receiver;
        if (waiting != null) {
            byte[] bytes = gathered == null ? EMPTY : gathered.getBytes();
            discard();
            waiting.complete(bytes);
        }
    }

    @Override
    void timeOut() {
        BodyReceiver waiting = receiver;
        if (waiting == null) {
            exchange.abandonNow();
        } else {
            discard();
            waiting.tooSlow();
            exchange.abandon();
        }
    }
}
