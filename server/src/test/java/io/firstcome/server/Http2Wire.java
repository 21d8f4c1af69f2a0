package io.firstcome.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/// An HTTP/2 connection frame by frame, of a client that takes no bytes of any body.
final class Http2Wire implements AutoCloseable {
    static final int HEADERS = 1;

    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int WINDOW_UPDATE = 8;
    private static final int END_STREAM = 1;
    private static final int END_STREAM_AND_HEADERS = 5;
    private static final byte[] NO_WINDOW = {0, 4, 0, 0, 0, 0};

    private final Socket socket;
    private final DataInputStream in;
    private int lastStream = -1;

    record Frame(int type, int flags) {
        boolean endsStream() {
            return (flags & END_STREAM) != 0;
        }
    }

    Http2Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = new DataInputStream(socket.getInputStream());
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        send(SETTINGS, 0, 0, NO_WINDOW);
    }

    /// Sends a request without a body.
    void request(String method, String path) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x86); // :scheme http
        literal(block, 2, method);
        literal(block, 4, path);
        literal(block, 1, "localhost");
        lastStream += 2;
        send(HEADERS, END_STREAM_AND_HEADERS, lastStream, block.toByteArray());
    }

    /// A field whose name is in HPACK's static table.
    private static void literal(ByteArrayOutputStream block, int name, String value) {
        block.write(name);
        block.write(value.length());
        block.writeBytes(value.getBytes(US_ASCII));
    }

    private void send(int type, int flags, int stream, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.putShort((short) (payload.length >> 8)).put((byte) payload.length);
        frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
        socket.getOutputStream().write(frame.array());
    }

    /// The next frame that is not about the connection's settings.
    Frame next() throws IOException {
        while (true) {
            int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            in.skipNBytes(Integer.BYTES + length);
            if (type == SETTINGS && flags == 0) {
                send(SETTINGS, 1, 0, new byte[0]);
            } else if (type != SETTINGS && type != WINDOW_UPDATE) {
                return new Frame(type, flags);
            }
        }
    }

    /// Waits for the heads of responses. Pings make the server send what it holds back.
    void awaitHeads(int count) throws IOException {
        int heads = 0;
        while (heads < count) {
            send(PING, 0, 0, new byte[8]);
            for (Frame frame = next(); frame.type() != PING; frame = next()) {
                heads++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
