package io.firstcome.connect.wire;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/// Finds envelopes in the body of a response.
final class WireReader {
    /// An envelope whose data is inflated.
    static final class Envelope {
        private final int flags;
        private final byte[] data;

        private Envelope(int flags, byte[] data) {
            this.flags = flags;
            this.data = data;
        }

        /// Without the one that says that it was compressed.
        int flags() {
            return flags & ~COMPRESSED;
        }

        boolean isCompressed() {
            return (flags & COMPRESSED) != 0;
        }

        byte[] data() {
            return data;
        }
    }

    private static final int COMPRESSED = 1;

    private final boolean isText;
    private Buffer text = Buffer.buffer();
    private Buffer bytes = Buffer.buffer();

    WireReader(boolean isText) {
        this.isText = isText;
    }

    void add(Buffer chunk) {
        if (!isText) {
            bytes.appendBuffer(chunk);
            return;
        }
        text.appendBuffer(chunk);
        int end = text.length() - text.length() % 4;
        for (int i = 0; i < end; i += 4) {
            bytes.appendBytes(Base64.getDecoder().decode(text.getBytes(i, i + 4)));
        }
        text = text.getBuffer(end, text.length());
    }

    @Nullable Envelope next() {
        if (bytes.length() < 5 || bytes.length() - 5 < bytes.getInt(1)) {
            return null;
        }
        int end = 5 + bytes.getInt(1);
        int flags = bytes.getUnsignedByte(0);
        byte[] data = bytes.getBytes(5, end);
        bytes = bytes.getBuffer(end, bytes.length());
        return new Envelope(flags, (flags & COMPRESSED) == 0 ? data : inflated(data));
    }

    private static byte[] inflated(byte[] data) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(data))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
