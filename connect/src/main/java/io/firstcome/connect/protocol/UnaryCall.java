package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Codec;
import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.connect.http.Exchange;
import io.firstcome.connect.http.Exchange.BodyReceiver;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicBoolean;

/// One unary call of the Connect protocol: its request is a body, its response another.
final class UnaryCall<Q extends Message, S extends Message> extends ServerCall<Q, S>
        implements Reply<S>, BodyReceiver, Runnable {
    private static final String TRAILER_PREFIX = "trailer-";
    private static final int STATUS_OK = 200;

    private final UnaryHandler<Q, S> handler;
    private final MediaType mediaType;
    private final boolean isRequestGzip;
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private @Nullable S response;
    private byte @Nullable [] encoded;
    private @Nullable RpcError error;

    /// @param method with a handler of unary calls
    /// @param isRequestGzip whether the request is compressed
    UnaryCall(
            Settings settings,
            Method<Q, S> method,
            Exchange exchange,
            MediaType mediaType,
            boolean isRequestGzip) {
        super(settings, method, exchange);
        this.handler = (UnaryHandler<Q, S>) method.handler();
        this.mediaType = mediaType;
        this.isRequestGzip = isRequestGzip;
    }

    @Override
    public Protocol protocol() {
        return Protocol.CONNECT;
    }

    /// Reads the request from the body.
    void read() {
        if (begin()) {
            exchange.readBody(settings.limits().maxMessageBytes(), this);
        }
    }

    /// Answers a request that came otherwise.
    void answer(byte[] request) {
        if (begin()) {
            complete(request);
        }
    }

    @Override
    public void complete(byte[] body) {
        if (isOver()) {
            return;
        }
        try {
            int maxBytes = settings.limits().maxMessageBytes();
            byte[] message = isRequestGzip ? Gzip.inflate(body, maxBytes) : body;
            handler.handle(this, codec().decode(message), this);
        } catch (FaultException e) {
            abort(e);
        } catch (InvalidRequestException e) {
            abort(new FaultException(Fault.MALFORMED, e.error()));
        } catch (Throwable e) {
            fail(e);
        }
    }

    private Codec<Q, S> codec() {
        return method.codec(mediaType.encoding());
    }

    @Override
    public void tooLarge() {
        abort(FaultException.tooLarge(settings.limits().maxMessageBytes()));
    }

    @Override
    public void tooSlow() {
        abort(FaultException.tooSlow());
    }

    @Override
    public void ok(S response) {
        answer();
        this.response = response;
        exchange.execute(this);
    }

    @Override
    public void okEncodedHere(S response) {
        byte[] bytes = codec().encode(response);
        answer();
        this.encoded = bytes;
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
        if (isOver()) {
            return;
        }
        if (error == null && encoded == null && response != null) {
            try {
                encoded = codec().encode(response);
            } catch (RuntimeException e) {
                fail(e);
                return;
            }
        }
        finish(error);
    }

    @Override
    void sendEnd(@Nullable RpcError error) {
        @Nullable Metadata headers = headersWithTrailers();
        byte[] body = error == null ? encoded : error.json();
        if (body == null) {
            throw new IllegalStateException(method.path() + " ends without an answer");
        }
        if (body.length >= Gzip.WORTHWHILE_BYTES
                && Gzip.isAcceptedBy(exchange.header("accept-encoding"))) {
            headers = headers == null ? new Metadata() : headers;
            headers.add("content-encoding", Gzip.NAME);
            body = Gzip.deflate(body);
        }
        if (error == null) {
            exchange.respond(STATUS_OK, mediaType.text(), headers, body);
        } else {
            exchange.respond(
                    error.code().httpStatus(), MediaType.CONNECT_JSON.text(), headers, body);
        }
    }

    private @Nullable Metadata headersWithTrailers() {
        Metadata headers = headersToSend();
        Metadata trailers = trailersToSend();
        if (trailers == null) {
            return headers;
        }
        Metadata all = headers == null ? new Metadata() : headers;
        trailers.forEach((name, value) -> all.addAsReceived(TRAILER_PREFIX + name, value));
        return all;
    }
}
