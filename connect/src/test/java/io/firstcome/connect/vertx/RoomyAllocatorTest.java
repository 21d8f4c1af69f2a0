package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Orders;
import io.firstcome.connect.Router;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

class RoomyAllocatorTest {
    private static final Router ECHO = Orders.placing((_, order, reply) -> reply.ok(order));

    @Test
    void behindAHeadIsRoomForABody() {
        ByteBuf head = RoomyAllocator.INSTANCE.buffer(100);
        try {
            head.writeZero(100);
            assertThat(head.maxFastWritableBytes()).isGreaterThanOrEqualTo(900);
            assertThat(head.isDirect()).isTrue();
        } finally {
            head.release();
        }
    }

    @Test
    void whatMayNotGrowDoesNot() {
        ByteBuf small = RoomyAllocator.INSTANCE.directBuffer(9, 16);
        try {
            assertThat(small.capacity()).isEqualTo(16);
        } finally {
            small.release();
        }
    }

    @Test
    void connectionsOfHttp1HaveIt() throws IOException, InterruptedException {
        BlockingQueue<ByteBufAllocator> allocators = new LinkedBlockingQueue<>();
        try (ConnectServer server =
                        ConnectServer.builder(ECHO)
                                .fallback(request -> {
                                    allocators.add(
                                            Connection.channel(request.connection()).alloc());
                                    request.response().end();
                                })
                                .listen("127.0.0.1", 0);
                RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /x HTTP/1.1\r\nhost: localhost\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(allocators.take()).isSameAs(RoomyAllocator.INSTANCE);
        }
    }
}
