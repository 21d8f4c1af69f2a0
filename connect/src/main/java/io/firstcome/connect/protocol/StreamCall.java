package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Code;
import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;
import io.firstcome.connect.http.Exchange.StreamReceiver;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicInteger;

/// One call whose messages come and go one by one: what is the same for every kind and protocol.
abstract class StreamCall<Q extends Message, S extends Message> extends ServerCall<Q, S>
        implements Responses<S>, StreamReceiver {
    /// As many responses may wait for the thread that sends them.
    private static final int WAITING_MAX = 64;

    private static final byte[] NOTHING = {};

    private final MessageReader incoming;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean isWritable = true;
    private @Nullable Requests<Q> requests;
    private @Nullable Runnable whenReady;
    private boolean isPaused;
    private boolean isGiving;
    private boolean isTellingReady;

    StreamCall(Settings settings, Method<Q, S> method, Exchange exchange, MessageReader incoming) {
        super(settings, method, exchange);
        this.incoming = incoming;
    }

    /// Begins the call by what its head says.
    public final void open() {
        try {
            takeHead(incoming);
        } catch (FaultException e) {
            refuse(e);
            return;
        }
        watchCaller();
        if (begin()) {
            openHandler();
        }
    }

    /// Reads from the head how long the caller will wait and how its messages are compressed.
    abstract void takeHead(MessageReader incoming) throws FaultException;

    /// Reads a request.
    protected abstract Q decode(byte[] message) throws InvalidRequestException;

    /// A response as it stands in the body. May run on the handler's thread.
    protected abstract byte[] encode(S response);

    /// Begins the response, unless that is done.
    ///
    /// @param headers what the handler says first; null for nothing
    abstract void beginResponse(@Nullable Metadata headers);

    /// Writes a response that the end follows at once.
    ///
    /// @param encoded as by [#encode]
    void writeLast(byte[] encoded) {
        exchange.write(encoded);
    }

    /// Sends the end of the response, and its beginning where that is not done.
    ///
    /// @param error null when the call ended well
    abstract void sendLast(@Nullable RpcError error);

    private void openHandler() {
        try {
            requests = Cardinality.open(method.handler(), this);
        } catch (Throwable e) {
            fail(e);
            return;
        }
        if (!isOver()) {
            if (method.descriptor().isServerStreaming()) {
                exchange.onWritable(this::writable);
            }
            exchange.readStream(this);
            if (isPaused) {
                exchange.setReading(false);
            }
            exchange.setAwaiting(isAwaiting());
        }
    }

    @Override
    public void received(byte[] chunk) {
        if (!isOver()) {
            try {
                incoming.add(chunk);
                drain();
            } catch (FaultException e) {
                abort(e);
            } catch (Throwable e) {
                fail(e);
            }
        }
    }

    @Override
    public void ended() {
        incoming.end();
        received(NOTHING);
    }

    @Override
    public void tooSlow() {
        abort(FaultException.tooSlow());
    }

    /// Gives the handler what is there, unless it wants a pause.
    private void drain() throws FaultException {
        isGiving = true;
        try {
            giveAll();
        } finally {
            isGiving = false;
        }
        exchange.setAwaiting(isAwaiting());
    }

    private void giveAll() throws FaultException {
        Requests<Q> taker = requests;
        while (taker != null && !isPaused && !isOver()) {
            byte[] message = incoming.next();
            if (message == null) {
                break;
            }
            if (method.descriptor().isClientStreaming()) {
                // The time that a message may take begins anew with each.
                exchange.setAwaiting(false);
            }
            give(taker, message);
        }
        if (taker != null && !isPaused && !isOver() && incoming.isComplete()) {
            requests = null;
            tell(taker::end);
        }
    }

    /// Whether the caller has to send more soon: the rest of a message, or, when it may send but
    /// one, all.
    private boolean isAwaiting() {
        boolean isMore =
                method.descriptor().isClientStreaming()
                        ? incoming.isPartial()
                        : !incoming.isComplete();
        return isMore && !isPaused && !isOver();
    }

    private void give(Requests<Q> taker, byte[] message) throws FaultException {
        Q request;
        try {
            request = decode(message);
        } catch (InvalidRequestException e) {
            throw new FaultException(Fault.MALFORMED, e.error());
        }
        tell(() -> taker.next(request));
    }

    private void tell(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    /// Ends the call because it has not as many messages as its kind says.
    void refuseCount(String problem) {
        abort(FaultException.malformed(Code.UNIMPLEMENTED, problem));
    }

    @Override
    public void sendHeaders() {
        exchange.execute(() -> {
            if (!isOver()) {
                tell(() -> {
                    beginResponse(headersToSend());
                    exchange.flush();
                });
            }
        });
    }

    @Override
    public void send(S response) {
        waiting.getAndIncrement();
        exchange.execute(() -> sendNow(response));
    }

    private void sendNow(S response) {
        waiting.getAndDecrement();
        if (write(response)) {
            isWritable = exchange.isWritable();
            runWhenReady();
        }
    }

    /// @return whether it went out
    private boolean write(S response) {
        if (isOver()) {
            return false;
        }
        try {
            byte[] encoded = encode(response);
            beginResponse(headersToSend());
            exchange.write(encoded);
            return true;
        } catch (Throwable e) {
            fail(e);
            return false;
        }
    }

    /// Ends the call well, after a last response.
    void end(S last) {
        exchange.execute(() -> {
            if (!isOver()) {
                tell(() -> endNow(encode(last)));
            }
        });
    }

    /// Ends the call well, after a last response that is encoded.
    void end(byte[] last) {
        exchange.execute(() -> tell(() -> endNow(last)));
    }

    private void endNow(byte[] last) {
        if (!isOver()) {
            beginResponse(headersToSend());
            writeLast(last);
            finish(null);
        }
    }

    @Override
    public void end() {
        exchange.execute(() -> finish(null));
    }

    @Override
    public void error(RpcError error) {
        exchange.execute(() -> finish(error));
    }

    @Override
    final void sendEnd(@Nullable RpcError error) {
        exchange.setAwaiting(false);
        sendLast(error);
    }

    @Override
    public boolean isReady() {
        return isWritable && waiting.get() < WAITING_MAX;
    }

    @Override
    public void whenReady(Runnable task) {
        exchange.execute(() -> {
            whenReady = task;
            runWhenReady();
        });
    }

    private void writable() {
        isWritable = true;
        runWhenReady();
    }

    /// Runs what waits, and then what that leaves waiting, without going deeper each time.
    private void runWhenReady() {
        if (isTellingReady) {
            return;
        }
        isTellingReady = true;
        for (Runnable task = whenReady; task != null && isReady() && !isOver(); task = whenReady) {
            whenReady = null;
            tell(task);
        }
        isTellingReady = false;
    }

    @Override
    public void pauseRequests() {
        exchange.execute(() -> setPaused(true));
    }

    @Override
    public void resumeRequests() {
        exchange.execute(() -> setPaused(false));
    }

    private void setPaused(boolean isPaused) {
        if (this.isPaused == isPaused || isOver()) {
            return;
        }
        this.isPaused = isPaused;
        exchange.setReading(!isPaused);
        if (!isPaused && !isGiving) {
            received(NOTHING);
        }
    }
}
