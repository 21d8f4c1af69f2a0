package io.firstcome.connect.protocol;

/// A message as it stands in a stream, after its five bytes of flags and length.
final class Envelope {
    static final int HEAD_BYTES = 5;
    static final int COMPRESSED = 0x01;

    /// The last of a Connect stream.
    static final int CONNECT_END = 0x02;

    /// The trailers of a gRPC-Web call.
    static final int WEB_TRAILERS = 0x80;

    private final int flags;
    private final byte[] data;

    Envelope(int flags, byte[] data) {
        this.flags = flags;
        this.data = data;
    }

    int flags() {
        return flags;
    }

    /// The array itself, not a copy.
    byte[] data() {
        return data;
    }

    byte[] toBytes() {
        byte[] bytes = new byte[HEAD_BYTES + data.length];
        bytes[0] = (byte) flags;
        bytes[1] = (byte) (data.length >>> 24);
        bytes[2] = (byte) (data.length >>> 16);
        bytes[3] = (byte) (data.length >>> 8);
        bytes[4] = (byte) data.length;
        System.arraycopy(data, 0, bytes, HEAD_BYTES, data.length);
        return bytes;
    }
}
