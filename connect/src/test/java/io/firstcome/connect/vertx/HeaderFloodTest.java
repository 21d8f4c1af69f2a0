package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firstcome.connect.Orders;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/// A client that makes calls which are answered in headers alone, and does not read the answers.
class HeaderFloodTest {
    private static final int CALLS_MAX = 400_000;
    private static final int CALLS_AT_ONCE = 500;
    private static final int STILL_MILLIS = 2_000;

    private final ByteBuffer out = ByteBuffer.allocate(256 * CALLS_AT_ONCE);
    private int calls;

    /// The calls are gRPC's with a timeout that is none, each another, so that no answer is short.
    private void fill() {
        out.clear();
        for (int i = 0; i < CALLS_AT_ONCE; i++) {
            call();
        }
        out.flip();
    }

    private void call() {
        int lengthAt = out.position();
        int stream = 2 * calls + 1;
        out.put(new byte[] {0, 0, 0, 1, 0x4});
        out.putInt(stream);
        out.put((byte) 0x83).put((byte) 0x86);
        out.put((byte) 0x04);
        text(Orders.PLACE);
        out.put((byte) 0x01);
        text("localhost");
        out.put((byte) 0x0F).put((byte) 0x10);
        text("application/grpc");
        out.put((byte) 0x00);
        text("grpc-timeout");
        text(calls + "x".repeat(40));
        out.putShort(lengthAt + 1, (short) (out.position() - lengthAt - 9));
        // The end of the stream comes after its answer, so the stream is not counted any more.
        out.put(new byte[] {0, 0, 0, 0, 1});
        out.putInt(stream);
        calls++;
    }

    private void text(String text) {
        out.put((byte) text.length()).put(text.getBytes(US_ASCII));
    }

    /// Calls until the server takes no more.
    private void flood(SocketChannel channel) throws Exception {
        while (calls < CALLS_MAX) {
            fill();
            while (out.hasRemaining()) {
                if (!writesSoon(channel)) {
                    return;
                }
            }
        }
    }

    private boolean writesSoon(SocketChannel channel) throws Exception {
        for (int millis = 0; millis < STILL_MILLIS; millis += 10) {
            if (channel.write(out) > 0) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return false;
    }

    @Test
    void isNotHeardUntilItReads() throws Exception {
        try (ConnectServer server =
                        ConnectServer.builder(Orders.placing((_, order, reply) -> reply.ok(order)))
                                .listen("127.0.0.1", 0);
                SocketChannel channel = connect(server.port())) {
            flood(channel);
            assertThat(calls).as("calls that the server took").isLessThan(CALLS_MAX);
            assertThat(readsUntilItMayWrite(channel)).isTrue();
        }
    }

    private static SocketChannel connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 64 * 1024);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
        channel.write(ByteBuffer.wrap("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII)));
        channel.write(ByteBuffer.wrap(settings));
        channel.configureBlocking(false);
        return channel;
    }

    private boolean readsUntilItMayWrite(SocketChannel channel) throws Exception {
        ByteBuffer in = ByteBuffer.allocate(64 * 1024);
        for (int i = 0; i < 10_000; i++) {
            if (channel.read(in.clear()) <= 0) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            if (channel.write(out) > 0) {
                return true;
            }
        }
        return false;
    }
}
