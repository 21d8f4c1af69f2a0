package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Codec;
import io.firstcome.connect.Fault;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// One unary call of the Connect protocol.
final class ConnectUnaryCall<Q extends Message, S extends Message> extends UnaryCall<Q, S> {
    private static final String TRAILER_PREFIX = "trailer-";
    private static final int STATUS_OK = 200;

    private final MediaType mediaType;

    ConnectUnaryCall(
            Settings settings, Method<Q, S> method, Exchange exchange, MediaType mediaType) {
        super(settings, method, exchange);
        this.mediaType = mediaType;
    }

    @Override
    public Protocol protocol() {
        return Protocol.CONNECT;
    }

    @Override
    protected Q decode(byte[] body) throws InvalidRequestException {
        return codec().decode(body);
    }

    @Override
    protected byte[] encode(S response) {
        return codec().encode(response);
    }

    @Override
    void readHead() throws FaultException {
        ConnectHead.checkVersion(
                exchange.header(ConnectHead.VERSION), settings.requiresProtocolVersion());
        super.readHead();
    }

    private Codec<Q, S> codec() {
        return method.codec(mediaType.encoding());
    }

    @Override
    protected void sendResponse(
            byte[] body, @Nullable Metadata headers, @Nullable Metadata trailers) {
        respond(STATUS_OK, mediaType.text(), withTrailers(headers, trailers), body);
    }

    @Override
    protected void sendError(
            RpcError error,
            @Nullable Fault fault,
            @Nullable Metadata headers,
            @Nullable Metadata trailers) {
        respond(
                error.code().httpStatus(),
                MediaType.CONNECT_JSON.text(),
                withTrailers(headers, trailers),
                error.json());
    }

    private static @Nullable Metadata withTrailers(
            @Nullable Metadata headers, @Nullable Metadata trailers) {
        if (trailers == null) {
            return headers;
        }
        Metadata all = headers == null ? new Metadata() : headers;
        trailers.forEach((name, value) -> all.addAsReceived(TRAILER_PREFIX + name, value));
        return all;
    }
}
