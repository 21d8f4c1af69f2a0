package io.firstcome.connect.protocol;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;

/// The request of a call that is one message, and the whole body.
final class BodyReader implements MessageReader {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private final int maxBytes;
    private boolean isGzip;
    private boolean isEnded;
    private boolean isTaken;

    /// @param maxBytes of the message, as it is sent and as it is inflated
    BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void setGzip(boolean isGzip) {
        this.isGzip = isGzip;
    }

    @Override
    public void add(byte[] chunk) throws FaultException {
        if (chunk.length > maxBytes - body.size()) {
            throw FaultException.tooLarge(maxBytes);
        }
        body.writeBytes(chunk);
    }

    @Override
    public void end() {
        isEnded = true;
    }

    @Override
    public byte @Nullable [] next() throws FaultException {
        if (!isEnded || isTaken) {
            return null;
        }
        isTaken = true;
        return isGzip ? Gzip.inflate(body.toByteArray(), maxBytes) : body.toByteArray();
    }

    @Override
    public boolean isComplete() {
        return isTaken;
    }

    @Override
    public boolean isPartial() {
        return !isTaken;
    }
}
