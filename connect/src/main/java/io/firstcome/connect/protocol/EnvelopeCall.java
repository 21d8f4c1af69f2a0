package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Codec;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// One call whose messages come and go in envelopes, of whichever kind and protocol.
final class EnvelopeCall<Q extends Message, S extends Message> extends StreamCall<Q, S> {
    private final StreamProtocol protocol;
    private final Codec<Q, S> codec;
    private final Outgoing outgoing;

    EnvelopeCall(
            Settings settings,
            Method<Q, S> method,
            Exchange exchange,
            StreamProtocol protocol,
            MediaType mediaType) {
        super(
                settings,
                method,
                exchange,
                new Incoming(mediaType, settings.limits().maxMessageBytes()));
        this.protocol = protocol;
        this.codec = method.codec(mediaType.encoding());
        this.outgoing = new Outgoing(exchange, mediaType, protocol);
    }

    @Override
    public Protocol protocol() {
        return protocol.protocol();
    }

    @Override
    void takeHead(MessageReader incoming) throws FaultException {
        setTimeout(protocol.timeoutNanos(exchange));
        String encoding = protocol.encodingHeader();
        try {
            incoming.setGzip(ConnectHead.isGzip(encoding, exchange.header(encoding)));
        } catch (FaultException e) {
            responseTrailers().add(protocol.acceptEncodingHeader(), Gzip.NAME);
            throw e;
        }
    }

    @Override
    protected Q decode(byte[] message) throws InvalidRequestException {
        return codec.decode(message);
    }

    @Override
    protected byte[] encode(S response) {
        return outgoing.envelope(codec.encode(response));
    }

    @Override
    void beginResponse(@Nullable Metadata headers) {
        outgoing.begin(headers);
    }

    @Override
    void writeLast(byte[] encoded) {
        outgoing.writeLast(encoded);
    }

    @Override
    void sendLast(@Nullable RpcError error) {
        if (headersToSend() != null || error == null) {
            outgoing.begin(headersToSend());
        }
        protocol.end(outgoing, error, trailersToSend());
    }
}
