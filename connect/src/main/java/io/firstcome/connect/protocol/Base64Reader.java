package io.firstcome.connect.protocol;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/// Decodes base64 that comes in pieces and may be padded anywhere a part of it ends.
final class Base64Reader {
    private static final int QUANTUM = 4;

    private byte[] rest = {};

    byte[] decode(byte[] piece) throws FaultException {
        byte[] text = Arrays.copyOf(rest, rest.length + piece.length);
        System.arraycopy(piece, 0, text, rest.length, piece.length);
        int end = text.length - text.length % QUANTUM;
        rest = Arrays.copyOfRange(text, end, text.length);
        try {
            return decodeParts(text, end);
        } catch (IllegalArgumentException e) {
            throw FaultException.malformed("body: malformed base64 (expected: as its type says)");
        }
    }

    private static byte[] decodeParts(byte[] text, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end);
        int start = 0;
        for (int next = QUANTUM; next <= end; next += QUANTUM) {
            if (text[next - 1] == '=' || next == end) {
                byte[] part = Arrays.copyOfRange(text, start, next);
                bytes.writeBytes(Base64.getDecoder().decode(part));
                start = next;
            }
        }
        return bytes.toByteArray();
    }

    /// Whether a quantum has begun that is not all there.
    boolean isPartial() {
        return rest.length > 0;
    }
}
