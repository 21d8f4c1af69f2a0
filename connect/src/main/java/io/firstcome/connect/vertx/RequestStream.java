package io.firstcome.connect.vertx;

import io.firstcome.connect.http.Exchange.StreamReceiver;
import io.vertx.core.buffer.Buffer;

/// The body of a request that is given on as it comes in.
final class RequestStream extends Awaited {
    private final Connection connection;
    private final StreamReceiver receiver;
    private boolean isEnded;
    private boolean isAwaiting;

    RequestStream(Connection connection, StreamReceiver receiver) {
        this.connection = connection;
        this.receiver = receiver;
    }

    void add(Buffer chunk) {
        receiver.received(chunk.getBytes());
    }

    void end() {
        isEnded = true;
        receiver.ended();
    }

    boolean isEnded() {
        return isEnded;
    }

    void setAwaiting(boolean isAwaiting) {
        if (this.isAwaiting == isAwaiting) {
            return;
        }
        this.isAwaiting = isAwaiting;
        if (isAwaiting) {
            begin();
            connection.await(this);
        } else {
            connection.stopAwaiting(this);
        }
    }

    @Override
    void timeOut() {
        isAwaiting = false;
        receiver.tooSlow();
    }
}
