package io.firstcome.connect.protocol;

import io.firstcome.connect.Code;

import org.jspecify.annotations.Nullable;

/// The request of a call in envelopes, as it comes in.
final class Incoming implements MessageReader {
    private final EnvelopeReader envelopes;
    private final @Nullable Base64Reader base64;
    private final int maxBytes;
    private boolean isGzip;
    private boolean isEnded;

    /// @param maxBytes of one message, as it is sent and as it is inflated
    Incoming(MediaType mediaType, int maxBytes) {
        this.envelopes = new EnvelopeReader(maxBytes);
        this.base64 = mediaType.form() == MediaType.Form.GRPC_WEB_TEXT ? new Base64Reader() : null;
        this.maxBytes = maxBytes;
    }

    @Override
    public void setGzip(boolean isGzip) {
        this.isGzip = isGzip;
    }

    @Override
    public void add(byte[] chunk) throws FaultException {
        if (chunk.length > 0) {
            envelopes.add(base64 == null ? chunk : base64.decode(chunk));
        }
    }

    @Override
    public void end() {
        isEnded = true;
    }

    @Override
    public byte @Nullable [] next() throws FaultException {
        Envelope envelope = envelopes.next();
        if (envelope == null) {
            if (isEnded && isPartial()) {
                throw FaultException.malformed(
                        "body: ends within a message (expected: whole messages)");
            }
            return null;
        }
        return switch (envelope.flags()) {
            case 0 -> envelope.data();
            case Envelope.COMPRESSED -> inflated(envelope);
            default ->
                    throw FaultException.malformed(
                            "envelope flags: " + envelope.flags() + " (expected: 0 or 1)");
        };
    }

    private byte[] inflated(Envelope envelope) throws FaultException {
        if (!isGzip) {
            throw FaultException.malformed(
                    Code.INTERNAL, "message: compressed (expected: not, by the headers)");
        }
        return Gzip.inflate(envelope.data(), maxBytes);
    }

    @Override
    public boolean isComplete() {
        return isEnded && !isPartial();
    }

    @Override
    public boolean isPartial() {
        return envelopes.isPartial() || (base64 != null && base64.isPartial());
    }
}
