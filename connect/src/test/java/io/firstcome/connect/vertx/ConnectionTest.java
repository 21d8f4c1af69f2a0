package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Router;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// How many connections there may be, and how long.
class ConnectionTest {
    private static final Router ECHO = Orders.placing((_, order, reply) -> reply.ok(order));

    private static final Duration IDLE_TIMEOUT = Duration.ofMillis(500);

    private static ConnectServer server(Router router, int maxConnections, Duration idleTimeout)
            throws IOException {
        Limits limits =
                new Limits(1024, 2048, maxConnections, 10, Duration.ofSeconds(10), idleTimeout);
        return ConnectServer.builder(router).limits(limits).listen("127.0.0.1", 0);
    }

    @Test
    void furtherOnesAreClosed() throws IOException {
        try (ConnectServer server = server(ECHO, 2, Duration.ofSeconds(20));
                RawConnection first = new RawConnection(server.port());
                RawConnection second = new RawConnection(server.port())) {
            first.send(RawConnection.request("{}"));
            second.send(RawConnection.request("{}"));
            assertThat(first.read().status()).isEqualTo(200);
            assertThat(second.read().status()).isEqualTo(200);
            try (RawConnection third = new RawConnection(server.port())) {
                assertThat(third.isEndedByServer()).isTrue();
            }
            first.send(RawConnection.request("{}"));
            assertThat(first.read().status()).isEqualTo(200);
        }
    }

    @Test
    void silentOnesCount() throws IOException {
        try (ConnectServer server = server(ECHO, 1, Duration.ofSeconds(20));
                RawConnection silent = new RawConnection(server.port());
                RawConnection second = new RawConnection(server.port())) {
            assertThat(second.isEndedByServer()).isTrue();
            silent.send(RawConnection.request("{}"));
            assertThat(silent.read().status()).isEqualTo(200);
        }
    }

    @Test
    void closedOnesMakeRoom() throws Exception {
        try (ConnectServer server = server(ECHO, 3, Duration.ofSeconds(20))) {
            for (int round = 0; round < 50; round++) {
                awaitRoom(server);
            }
        }
    }

    /// Connects until a connection is served: the server learns of a closed one a little later.
    private static void awaitRoom(ConnectServer server) throws Exception {
        IOException full = new IOException("not tried");
        for (int i = 0; i < 1_000; i++) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send(RawConnection.request("{}"));
                assertThat(connection.read().status()).isEqualTo(200);
                return;
            } catch (IOException e) {
                full = e;
                TimeUnit.MILLISECONDS.sleep(10);
            }
        }
        throw full;
    }

    @Test
    void silentOnesAreClosed() throws IOException {
        try (ConnectServer server = server(ECHO, 10, IDLE_TIMEOUT);
                RawConnection silent = new RawConnection(server.port())) {
            assertThat(silent.isEndedByServer()).isTrue();
        }
    }

    @Test
    void idleOnesAreClosed() throws IOException {
        try (ConnectServer server = server(ECHO, 10, IDLE_TIMEOUT);
                RawConnection idle = new RawConnection(server.port())) {
            idle.send(RawConnection.request("{}"));
            assertThat(idle.read().status()).isEqualTo(200);
            assertThat(idle.isEndedByServer()).isTrue();
        }
    }

    @Test
    void onesWhoseHeadTricklesAreClosed() throws Exception {
        try (ConnectServer server = server(ECHO, 10, IDLE_TIMEOUT);
                RawConnection slow = new RawConnection(server.port())) {
            slow.send("POST /x HTTP/1.1\r\nx: ");
            int sent = 0;
            try {
                for (; sent < 200; sent++) {
                    slow.send("y");
                    TimeUnit.MILLISECONDS.sleep(20);
                }
            } catch (IOException closed) {
                assertThat(closed).isNotNull();
            }
            assertThat(sent).isLessThan(200);
        }
    }

    @Test
    void onesWithACallUnderWayAreNotIdle() throws IOException {
        Executor later = CompletableFuture.delayedExecutor(1_500, TimeUnit.MILLISECONDS);
        Router slow = Orders.placing((_, order, reply) -> later.execute(() -> reply.ok(order)));
        try (ConnectServer server = server(slow, 10, IDLE_TIMEOUT);
                RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request("{\"name\":\"slow\"}"));
            assertThat(connection.read().body()).isEqualTo("{\"name\":\"slow\"}");
        }
    }

    @Test
    void idleHttp2OnesAreClosedAndMadeAgain() throws Exception {
        try (ConnectServer server = server(ECHO, 1, IDLE_TIMEOUT);
                HttpRpc rpc = new HttpRpc(Version.HTTP_2, server.port())) {
            assertThat(rpc.send(rpc.json("{}")).statusCode()).isEqualTo(200);
            TimeUnit.MILLISECONDS.sleep(4 * IDLE_TIMEOUT.toMillis());
            assertThat(rpc.send(rpc.json("{}")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void headersAreLimited() throws IOException {
        try (ConnectServer server = server(ECHO, 10, Duration.ofSeconds(20));
                RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head("x-long: " + "y".repeat(3000)));
            assertThat(connection.read().status()).isEqualTo(431);
            assertThat(connection.isEndedByServer()).isTrue();
        }
    }

    @Test
    void whatIsNotHttpIsRefused() throws IOException {
        try (ConnectServer server = server(ECHO, 10, Duration.ofSeconds(20));
                RawConnection connection = new RawConnection(server.port())) {
            connection.send("\0\1\2 what is this?\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(400);
            assertThat(connection.isEndedByServer()).isTrue();
        }
    }

    @Test
    void streamsOfAnHttp2ConnectionAreLimitedWithoutFailingCalls() throws Exception {
        Executor later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
        Router slow = Orders.placing((_, order, reply) -> later.execute(() -> reply.ok(order)));
        try (ConnectServer server = server(slow, 10, Duration.ofSeconds(20));
                HttpRpc rpc = new HttpRpc(Version.HTTP_2, server.port())) {
            assertThat(rpc.send(rpc.json("{}")).statusCode()).isEqualTo(200);
            List<CompletableFuture<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                statuses.add(rpc.sendAsync(rpc.json("{}")).thenApply(r -> r.statusCode()));
            }
            for (CompletableFuture<Integer> status : statuses) {
                assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            }
        }
    }

    @Test
    void onesWhoseCallOfTheFallbackWasResetAreIdle() throws Exception {
        Vertx vertx = Vertx.vertx();
        Limits limits = new Limits(1024, 2048, 1, 10, Duration.ofSeconds(10), IDLE_TIMEOUT);
        try (ConnectServer server =
                ConnectServer.builder(ECHO)
                        .limits(limits)
                        .fallback(request -> request.response().setChunked(true).write("begun"))
                        .listen("127.0.0.1", 0)) {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setProtocolVersion(HttpVersion.HTTP_2)
                                    .setHttp2ClearTextUpgrade(false));
            HttpClientRequest request =
                    get(client.request(HttpMethod.GET, server.port(), "127.0.0.1", "/page"));
            CountDownLatch closed = new CountDownLatch(1);
            request.connection().closeHandler(_ -> closed.countDown());
            assertThat(get(request.send()).statusCode()).isEqualTo(200);
            get(request.reset(8));
            assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void onesWithATimeoutThatFailedAreStillClosed() throws IOException {
        Duration bodyTimeout = IDLE_TIMEOUT.dividedBy(5);
        Limits limits = new Limits(1024, 2048, 1, 10, bodyTimeout, IDLE_TIMEOUT);
        try (ConnectServer server =
                        ConnectServer.builder(ECHO)
                                .limits(limits)
                                .fallback(ConnectionTest::failLater)
                                .listen("127.0.0.1", 0);
                RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /fail HTTP/1.1\r\nhost: localhost\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(connection.isEndedByServer()).isTrue();
        }
    }

    private static void failLater(HttpServerRequest request) {
        Awaited failing =
                new Awaited() {
                    @Override
                    void timeOut() {
                        throw new IllegalStateException("no");
                    }
                };
        Connection.of(request.connection()).await(failing);
        request.response().end();
    }

    @Test
    void onesWhoseClientsVanishAreNoticed() throws Exception {
        BlockingQueue<Boolean> keptAlive = new LinkedBlockingQueue<>();
        try (ConnectServer server =
                        ConnectServer.builder(ECHO)
                                .fallback(request -> {
                                    Channel channel = Connection.channel(request.connection());
                                    keptAlive.add(
                                            channel.config().getOption(ChannelOption.SO_KEEPALIVE));
                                    request.response().end();
                                })
                                .listen("127.0.0.1", 0);
                RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /x HTTP/1.1\r\nhost: localhost\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(200);
            assertThat(keptAlive.take()).isTrue();
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
