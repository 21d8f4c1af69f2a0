package io.firstcome.connect.protocol;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// gRPC: how a call ended stands in HTTP trailers, or, when there is nothing else to say, in the
/// headers.
record Grpc() implements StreamProtocol {
    static final String ENCODING = "grpc-encoding";
    static final String ACCEPT_ENCODING = "grpc-accept-encoding";

    private static final String TIMEOUT = "grpc-timeout";

    @Override
    public Protocol protocol() {
        return Protocol.GRPC;
    }

    @Override
    public String encodingHeader() {
        return ENCODING;
    }

    @Override
    public String acceptEncodingHeader() {
        return ACCEPT_ENCODING;
    }

    @Override
    public long timeoutNanos(Exchange exchange) throws FaultException {
        return timeout(exchange);
    }

    static long timeout(Exchange exchange) throws FaultException {
        String timeout = exchange.header(TIMEOUT);
        return timeout == null ? -1 : Timeout.ofGrpc(timeout);
    }

    @Override
    public void end(Outgoing outgoing, @Nullable RpcError error, @Nullable Metadata trailers) {
        Metadata status = GrpcStatus.of(error, trailers);
        if (outgoing.hasBegun()) {
            outgoing.end(status);
        } else {
            outgoing.headOnly(status);
        }
    }
}
