package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Orders;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class EventLoopsTest {
    @Test
    void eachRunsATaskOnItsOwnThread() throws Exception {
        Map<Integer, Thread> threads = new ConcurrentHashMap<>();
        CountDownLatch ran = new CountDownLatch(3);
        try (ConnectServer server =
                ConnectServer.builder(Orders.placing((_, _, _) -> {}))
                        .eventLoops(3)
                        .listen("127.0.0.1", 0)) {
            server.onEachEventLoop(number -> {
                threads.put(number, Thread.currentThread());
                ran.countDown();
            });
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(threads).containsOnlyKeys(0, 1, 2);
        assertThat(threads.values()).doesNotHaveDuplicates();
    }
}
