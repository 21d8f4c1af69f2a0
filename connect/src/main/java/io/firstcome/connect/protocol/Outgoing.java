package io.firstcome.connect.protocol;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Base64;

/// The response of a call in envelopes, on its way to the client.
final class Outgoing {
    private static final int STATUS_OK = 200;

    private final Exchange exchange;
    private final MediaType mediaType;
    private final StreamProtocol protocol;
    private final boolean isGzip;
    private boolean hasBegun;
    private byte[] last = {};

    Outgoing(Exchange exchange, MediaType mediaType, StreamProtocol protocol) {
        this.exchange = exchange;
        this.mediaType = mediaType;
        this.protocol = protocol;
        this.isGzip = Gzip.isAcceptedBy(exchange.header(protocol.acceptEncodingHeader()));
    }

    boolean hasBegun() {
        return hasBegun;
    }

    /// Begins the response, unless that is done.
    ///
    /// @param headers what the handler says first; null for nothing
    void begin(@Nullable Metadata headers) {
        if (!hasBegun) {
            hasBegun = true;
            Metadata all = headers;
            if (isGzip) {
                all = headers == null ? new Metadata() : headers;
                all.add(protocol.encodingHeader(), Gzip.NAME);
            }
            exchange.begin(STATUS_OK, mediaType.text(), all);
        }
    }

    /// Begins and ends the response with a head alone.
    void headOnly(Metadata headers) {
        hasBegun = true;
        exchange.begin(STATUS_OK, mediaType.text(), headers);
        end(null);
    }

    /// The envelope of a message, compressed where that is of use and the caller takes it. May run
    /// on any thread.
    byte[] envelope(byte[] message) {
        boolean isCompressed = isGzip && message.length >= Gzip.WORTHWHILE_BYTES;
        int flags = isCompressed ? Envelope.COMPRESSED : 0;
        return envelope(flags, isCompressed ? Gzip.deflate(message) : message);
    }

    byte[] envelope(int flags, byte[] data) {
        byte[] bytes = new Envelope(flags, data).toBytes();
        boolean isText = mediaType.form() == MediaType.Form.GRPC_WEB_TEXT;
        return isText ? Base64.getEncoder().encode(bytes) : bytes;
    }

    /// Writes what [#end] follows at once, so that they go together.
    void writeLast(byte[] envelope) {
        if (last.length == 0) {
            last = envelope;
        } else {
            byte[] both = Arrays.copyOf(last, last.length + envelope.length);
            System.arraycopy(envelope, 0, both, last.length, envelope.length);
            last = both;
        }
    }

    /// @param trailers null for none
    void end(@Nullable Metadata trailers) {
        exchange.end(last, trailers);
    }
}
