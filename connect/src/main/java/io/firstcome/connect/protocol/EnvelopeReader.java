package io.firstcome.connect.protocol;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Finds envelopes in bytes that come in pieces. Keeps no more than the pieces that came.
final class EnvelopeReader {
    private static final byte[] EMPTY = {};

    private final int maxBytes;
    private byte[] bytes = EMPTY;
    private int start;
    private int end;

    /// @param maxBytes of the data of one envelope
    EnvelopeReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// Takes the next piece, which is the reader's to keep.
    void add(byte[] piece) {
        if (start == end) {
            bytes = piece;
            start = 0;
            end = piece.length;
            return;
        }
        if (end + piece.length > bytes.length) {
            makeRoom(piece.length);
        }
        System.arraycopy(piece, 0, bytes, end, piece.length);
        end += piece.length;
    }

    private void makeRoom(int more) {
        int length = end - start;
        byte[] roomier = new byte[Math.max(length + more, 2 * length)];
        System.arraycopy(bytes, start, roomier, 0, length);
        bytes = roomier;
        start = 0;
        end = length;
    }

    /// The next envelope; null while it is not all there.
    ///
    /// @throws FaultException as soon as its length is known to be over the limit
    @Nullable Envelope next() throws FaultException {
        if (end - start < Envelope.HEAD_BYTES) {
            return null;
        }
        int length =
                (bytes[start + 1] & 0xFF) << 24
                        | (bytes[start + 2] & 0xFF) << 16
                        | (bytes[start + 3] & 0xFF) << 8
                        | (bytes[start + 4] & 0xFF);
        if (length < 0 || length > maxBytes) {
            throw FaultException.tooLarge(maxBytes);
        }
        int dataStart = start + Envelope.HEAD_BYTES;
        if (end - dataStart < length) {
            return null;
        }
        int flags = bytes[start] & 0xFF;
        byte[] data = Arrays.copyOfRange(bytes, dataStart, dataStart + length);
        start = dataStart + length;
        if (start == end) {
            bytes = EMPTY;
            start = 0;
            end = 0;
        }
        return new Envelope(flags, data);
    }

    /// Whether an envelope has begun that is not all there.
    boolean isPartial() {
        return start < end;
    }
}
