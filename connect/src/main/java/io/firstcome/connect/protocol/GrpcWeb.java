package io.firstcome.connect.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// gRPC-Web: what gRPC says in HTTP trailers stands in an envelope of its own, for clients that do
/// not see trailers.
record GrpcWeb() implements StreamProtocol {
    @Override
    public Protocol protocol() {
        return Protocol.GRPC_WEB;
    }

    @Override
    public String encodingHeader() {
        return Grpc.ENCODING;
    }

    @Override
    public String acceptEncodingHeader() {
        return Grpc.ACCEPT_ENCODING;
    }

    @Override
    public long timeoutNanos(Exchange exchange) throws FaultException {
        return Grpc.timeout(exchange);
    }

    @Override
    public void end(Outgoing outgoing, @Nullable RpcError error, @Nullable Metadata trailers) {
        outgoing.begin(null);
        StringBuilder lines = new StringBuilder();
        GrpcStatus.of(error, trailers)
                .forEach((name, value) ->
                        lines.append(name).append(": ").append(value).append("\r\n"));
        byte[] last = lines.toString().getBytes(ISO_8859_1);
        outgoing.writeLast(outgoing.envelope(Envelope.WEB_TRAILERS, last));
        outgoing.end(null);
    }
}
