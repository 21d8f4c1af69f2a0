package io.firstcome.client;

import com.google.protobuf.ByteString;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/// What Connect's streams are made of: five bytes of flags and length, then a message or, in the
/// last, how the call ended.
record Envelope(boolean isLast, ByteString data) {
    private static final int HEAD_BYTES = 5;
    private static final int LAST = 0x02;
    private static final int DATA_BYTES_MAX = 4 << 20;

    /// A message as it is sent.
    static byte[] ofMessage(ByteString message) {
        return ByteBuffer.allocate(HEAD_BYTES + message.size())
                .put((byte) 0)
                .putInt(message.size())
                .put(message.asReadOnlyByteBuffer())
                .array();
    }

    /// Waits for the next.
    ///
    /// @throws ProtocolException when it is none that was asked for, or too large
    /// @throws EOFException when the stream ends without a last one, or in the middle of one
    static Envelope read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int flags = data.readUnsignedByte();
        int length = data.readInt();
        if ((flags & ~LAST) != 0 || length < 0 || length > DATA_BYTES_MAX) {
            throw new ProtocolException(
                    "envelope: flags %d, %d bytes (expected: flags 0 or 2, at most %d bytes)"
                            .formatted(flags, length, DATA_BYTES_MAX));
        }
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return new Envelope(flags == LAST, ByteString.copyFrom(bytes));
    }
}
