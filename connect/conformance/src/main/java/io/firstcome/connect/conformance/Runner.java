package io.firstcome.connect.conformance;

import connectrpc.conformance.v1.ServerCompat.ServerCompatRequest;
import connectrpc.conformance.v1.ServerCompat.ServerCompatResponse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// The suite's runner, which starts a server, tells it on a stream how to serve, and is told where.
/// Each message has its length in front: four bytes, the highest first.
public final class Runner {
    private static final int REQUEST_BYTES_MAX = 1024 * 1024;

    private Runner() {}

    /// Waits for what the runner asks for.
    ///
    /// @throws IOException when that is no message
    public static ServerCompatRequest readRequest(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        int length = data.readInt();
        if (length < 0 || length > REQUEST_BYTES_MAX) {
            throw new IOException(
                    "request: %d bytes (expected: 0 to %d)".formatted(length, REQUEST_BYTES_MAX));
        }
        byte[] bytes = data.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException(
                    "request: %d bytes (expected: %d)".formatted(bytes.length, length));
        }
        return ServerCompatRequest.parseFrom(bytes);
    }

    /// Tells the runner where it is served.
    public static void writeResponse(OutputStream out, ServerCompatResponse response)
            throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(response.getSerializedSize());
        response.writeTo(data);
        data.flush();
    }
}
