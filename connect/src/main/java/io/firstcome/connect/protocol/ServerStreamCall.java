package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Fault;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// One call whose request is a body and whose responses follow one another in another: what is the
/// same for all protocols of that kind. What its handler says in trailers is not sent.
public abstract class ServerStreamCall<Q extends Message, S extends Message>
        extends StreamCall<Q, S> {
    private static final String CONTENT_ENCODING = "content-encoding";

    private boolean hasBegun;

    /// @param method with a handler of one request and a stream of responses
    protected ServerStreamCall(Settings settings, Method<Q, S> method, Exchange exchange) {
        super(settings, method, exchange, new BodyReader(settings.limits().maxMessageBytes()));
    }

    @Override
    final void takeHead(MessageReader incoming) throws FaultException {
        try {
            String encoding = exchange.header(CONTENT_ENCODING);
            incoming.setGzip(ConnectHead.isGzip(CONTENT_ENCODING, encoding));
        } catch (FaultException e) {
            responseHeaders().add("accept-encoding", Gzip.NAME);
            throw e;
        }
        setTimeout(ConnectHead.timeoutNanos(exchange));
    }

    @Override
    final void beginResponse(@Nullable Metadata headers) {
        if (!hasBegun) {
            sendHead(headers);
            hasBegun = true;
        }
    }

    @Override
    final void sendLast(@Nullable RpcError error) {
        if (error != null && !hasBegun) {
            sendError(error, fault(), headersToSend());
            return;
        }
        beginResponse(headersToSend());
        exchange.end(lastFrame(error, fault()), null);
    }

    /// Begins a response that has messages.
    ///
    /// @param headers what the handler says; null for nothing, otherwise the callee's to keep
    protected abstract void sendHead(@Nullable Metadata headers);

    /// What stands after the last message; empty for nothing.
    ///
    /// @param error null when the call ended well
    /// @param fault what kept the call from its handler's end; null when nothing did
    protected abstract byte[] lastFrame(@Nullable RpcError error, @Nullable Fault fault);

    /// Responds with an error, and with nothing beside it.
    ///
    /// @param fault as for [#lastFrame]
    /// @param headers as for [#sendHead]
    protected abstract void sendError(
            RpcError error, @Nullable Fault fault, @Nullable Metadata headers);
}
