package io.firstcome.connect;

import com.google.protobuf.Message;

import io.firstcome.connect.Exchange.BodyReceiver;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// One unary call from its head to its response.
final class UnaryCall<Q extends Message, S extends Message>
        implements Call, Reply<S>, BodyReceiver, Runnable {
    private static final Logger LOG = System.getLogger(UnaryCall.class.getName());
    private static final RpcError INTERNAL = new RpcError(Code.INTERNAL, "internal error");

    private final ConnectUnary protocol;
    private final UnaryMethod<Q, S> method;
    private final Encoding encoding;
    private final Exchange exchange;
    private boolean hasDeadline;
    private long deadlineNanos;

    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private @Nullable S response;
    private byte @Nullable [] encoded;
    private @Nullable RpcError error;

    UnaryCall(
            ConnectUnary protocol, UnaryMethod<Q, S> method, Encoding encoding, Exchange exchange) {
        this.protocol = protocol;
        this.method = method;
        this.encoding = encoding;
        this.exchange = exchange;
    }

    void expireAt(long nanos) {
        hasDeadline = true;
        deadlineNanos = nanos;
    }

    @Override
    public @Nullable String header(String name) {
        return exchange.header(name);
    }

    @Override
    public boolean hasDeadline() {
        return hasDeadline;
    }

    @Override
    public long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public SocketAddress remoteAddress() {
        return exchange.remoteAddress();
    }

    @Override
    public void complete(byte[] body) {
        try {
            method.handler().handle(this, method.codec(encoding).decode(body), this);
        } catch (InvalidRequestException e) {
            protocol.refuse(exchange, e.error());
        } catch (Throwable e) {
            fail(e);
        }
    }

    @Override
    public void tooLarge() {
        protocol.refuse(
                exchange,
                new RpcError(
                        Code.RESOURCE_EXHAUSTED,
                        "body: too large (expected: at most "
                                + protocol.maxBodyBytes()
                                + " bytes)"));
    }

    @Override
    public void tooSlow() {
        protocol.refuse(
                exchange, new RpcError(Code.DEADLINE_EXCEEDED, "body: not received in time"));
    }

    private void fail(Throwable cause) {
        LOG.log(Level.ERROR, method.path() + " failed", cause);
        if (isAnswered.compareAndSet(false, true)) {
            exchange.execute(() -> protocol.refuse(exchange, INTERNAL));
        }
    }

    @Override
    public void ok(S response) {
        answer();
        this.response = response;
        exchange.execute(this);
    }

    @Override
    public void okEncodedHere(S response) {
        answer();
        this.encoded = encode(response);
        exchange.execute(this);
    }

    @Override
    public void error(RpcError error) {
        answer();
        this.error = error;
        exchange.execute(this);
    }

    private void answer() {
        if (!isAnswered.compareAndSet(false, true)) {
            throw new IllegalStateException(method.path() + " is answered already");
        }
    }

    /// Sends the answer.
    @Override
    public void run() {
        if (error != null) {
            ConnectUnary.fail(exchange, error);
            return;
        }
        byte[] body = response == null ? encoded : encode(response);
        if (body == null) {
            protocol.refuse(exchange, INTERNAL);
        } else {
            exchange.respond(200, encoding.contentType(), Map.of(), body);
        }
    }

    /// The bytes of a response; null when it has none, which is logged.
    private byte @Nullable [] encode(S message) {
        try {
            return method.codec(encoding).encode(message);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "the response of " + method.path() + " has no encoding", e);
            return null;
        }
    }
}
