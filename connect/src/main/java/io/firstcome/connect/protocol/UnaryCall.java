package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.connect.http.Exchange;
import io.firstcome.connect.http.Exchange.BodyReceiver;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicBoolean;

/// One call whose request is a body and whose response is another: what is the same for all
/// protocols of that kind.
public abstract class UnaryCall<Q extends Message, S extends Message> extends ServerCall<Q, S>
        implements Reply<S>, BodyReceiver, Runnable {
    private static final String CONTENT_ENCODING = "content-encoding";
    private static final byte[] EMPTY = {};

    private final UnaryHandler<Q, S> handler;
    private final AtomicBoolean isAnswered = new AtomicBoolean();
    private boolean isRequestGzip;
    private @Nullable S response;
    private byte @Nullable [] encoded;
    private byte @Nullable [] deflated;
    private @Nullable RpcError error;

    /// @param method with a handler of unary calls
    protected UnaryCall(Settings settings, Method<Q, S> method, Exchange exchange) {
        super(settings, method, exchange);
        this.handler = (UnaryHandler<Q, S>) method.handler();
    }

    /// Reads the request from the body, and answers it.
    public final void read() {
        if (takesHead() && begin()) {
            exchange.readBody(settings.limits().maxMessageBytes(), this);
        }
    }

    /// Answers a request that has no body.
    public final void answerWithoutBody() {
        if (takesHead() && begin()) {
            complete(EMPTY);
        }
    }

    /// @return whether the call may go on; it is answered otherwise
    private boolean takesHead() {
        try {
            readHead();
            return true;
        } catch (FaultException e) {
            refuseHead(e);
            return false;
        }
    }

    /// Reads what the request says before its body.
    ///
    /// @throws FaultException when it is not as the protocol says
    void readHead() throws FaultException {
        isRequestGzip = ConnectHead.isGzip(CONTENT_ENCODING, exchange.header(CONTENT_ENCODING));
        setTimeout(ConnectHead.timeoutNanos(exchange));
    }

    /// Answers a request whose head is not as the protocol says.
    final void refuseHead(FaultException e) {
        if (e.fault() == Fault.UNSUPPORTED) {
            responseHeaders().add("accept-encoding", Gzip.NAME);
        }
        refuse(e);
    }

    /// Answers a request that came otherwise than in a body.
    final void answer(byte[] request, boolean isGzip) {
        isRequestGzip = isGzip;
        if (begin()) {
            complete(request);
        }
    }

    @Override
    public final void complete(byte[] body) {
        if (isOver()) {
            return;
        }
        try {
            int maxBytes = settings.limits().maxMessageBytes();
            byte[] message = isRequestGzip ? Gzip.inflate(body, maxBytes) : body;
            handler.handle(this, decode(message), this);
        } catch (FaultException e) {
            abort(e);
        } catch (InvalidRequestException e) {
            abort(new FaultException(Fault.MALFORMED, e.error()));
        } catch (Throwable e) {
            fail(e);
        }
    }

    @Override
    public final void tooLarge() {
        abort(FaultException.tooLarge(settings.limits().maxMessageBytes()));
    }

    @Override
    public final void tooSlow() {
        abort(FaultException.tooSlow());
    }

    @Override
    public final void ok(S response) {
        answer();
        this.response = response;
        exchange.execute(this);
    }

    @Override
    public final void okEncodedHere(S response) {
        byte[] bytes = encode(response);
        byte[] smaller = isToDeflate(bytes) ? Gzip.deflate(bytes) : null;
        answer();
        this.encoded = smaller == null ? bytes : smaller;
        this.deflated = smaller;
        exchange.execute(this);
    }

    @Override
    public final void error(RpcError error) {
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
    public final void run() {
        if (isOver()) {
            return;
        }
        if (error == null && encoded == null && response != null) {
            try {
                encoded = encode(response);
            } catch (RuntimeException e) {
                fail(e);
                return;
            }
        }
        finish(error);
    }

    @Override
    final void sendEnd(@Nullable RpcError error) {
        if (error != null) {
            sendError(error, fault(), headersToSend(), trailersToSend());
        } else if (encoded != null) {
            sendResponse(encoded, headersToSend(), trailersToSend());
        } else {
            throw new IllegalStateException(method.path() + " ends without an answer");
        }
    }

    /// Responds, with the body compressed where that is of use and the caller takes it.
    ///
    /// @param headers null for none; the callee's to keep
    protected final void respond(
            int status, String contentType, @Nullable Metadata headers, byte[] body) {
        boolean isDeflated = body == deflated;
        if (!isDeflated && !isToDeflate(body)) {
            exchange.respond(status, contentType, headers, body);
            return;
        }
        Metadata all = headers == null ? new Metadata() : headers;
        all.add(CONTENT_ENCODING, Gzip.NAME);
        exchange.respond(status, contentType, all, isDeflated ? body : Gzip.deflate(body));
    }

    private boolean isToDeflate(byte[] body) {
        return body.length >= Gzip.WORTHWHILE_BYTES
                && Gzip.isAcceptedBy(exchange.header("accept-encoding"));
    }

    /// Reads a request.
    ///
    /// @param body inflated; empty where there is none
    protected abstract Q decode(byte[] body) throws InvalidRequestException;

    /// The bytes of a response. Runs once at the most, maybe on the handler's thread.
    protected abstract byte[] encode(S response);

    /// Responds with what [#encode] gave.
    ///
    /// @param headers what the handler says; null for nothing, otherwise the callee's to keep, as
    ///   are `trailers`
    protected abstract void sendResponse(
            byte[] body, @Nullable Metadata headers, @Nullable Metadata trailers);

    /// Responds with an error.
    ///
    /// @param fault what kept the call from its handler's answer; null when nothing did
    /// @param headers as for [#sendResponse], as are `trailers`
    protected abstract void sendError(
            RpcError error,
            @Nullable Fault fault,
            @Nullable Metadata headers,
            @Nullable Metadata trailers);
}
