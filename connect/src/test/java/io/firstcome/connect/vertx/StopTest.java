package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class StopTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final PoolOptions ONE_CONNECTION =
            new PoolOptions().setHttp1MaxSize(1).setHttp2MaxSize(1);

    private final BlockingQueue<Reply<DynamicMessage>> waiting = new LinkedBlockingQueue<>();
    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                ConnectServer.builder(Orders.placing((_, _, reply) -> waiting.add(reply)))
                        .listen("127.0.0.1", 0);
    }

    /// By Vert.x's client: the JDK's loses an answer over HTTP/2 that comes together with the end
    /// of its connection.
    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void letsCallsUnderWayFinish(HttpVersion version) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client = vertx.createHttpClient(speaking(version), ONE_CONNECTION);
            Future<String> first = place(client);
            waiting.take().ok(Orders.named("first"));
            assertThat(get(first)).isEqualTo("{\"name\":\"first\"}");
            Future<String> second = place(client);
            Reply<DynamicMessage> reply = waiting.take();
            int port = server.port();
            CompletableFuture<Void> stopped = server.stop(LONG);
            awaitRefusal(port);
            assertThat(stopped).isNotDone();
            reply.ok(Orders.named("second"));
            assertThat(get(second)).isEqualTo("{\"name\":\"second\"}");
            stopped.get(10, TimeUnit.SECONDS);
        } finally {
            get(vertx.close());
        }
    }

    private static HttpClientOptions speaking(HttpVersion version) {
        return new HttpClientOptions().setProtocolVersion(version).setHttp2ClearTextUpgrade(false);
    }

    private Future<String> place(HttpClient client) {
        return client.request(HttpMethod.POST, server.port(), "127.0.0.1", Orders.path("Place"))
                .compose(request ->
                        request.putHeader("content-type", "application/json")
                                .send(Buffer.buffer("{}"))
                                .compose(HttpClientResponse::body))
                .map(Buffer::toString);
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void whileItDrainsAnAnswerIsTheLastOfItsConnectionAndNewOnesAreServed() throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            assertThat(place(connection).headers()).doesNotContainKey("connection");
            server.drain();
            assertThat(place(connection).headers()).containsEntry("connection", "close");
            assertThat(connection.isEndedByServer()).isTrue();
        }
        try (RawConnection next = new RawConnection(server.port())) {
            assertThat(place(next).headers()).containsEntry("connection", "close");
        }
        try (RawConnection astray = new RawConnection(server.port())) {
            astray.send("GET /astray HTTP/1.1\r\nhost: localhost\r\n\r\n");
            assertThat(astray.read().headers()).containsEntry("connection", "close");
        }
    }

    private RawConnection.Response place(RawConnection connection) throws Exception {
        connection.send(RawConnection.request("{}"));
        waiting.take().ok(Orders.ORDER);
        RawConnection.Response response = connection.read();
        assertThat(response.status()).isEqualTo(200);
        return response;
    }

    @Test
    void whileItDrainsConnectionsOfHttp2Stay() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client =
                    vertx.createHttpClient(speaking(HttpVersion.HTTP_2), ONE_CONNECTION);
            server.drain();
            for (int i = 0; i < 2; i++) {
                Future<String> answer = place(client);
                waiting.take().ok(Orders.named("n" + i));
                assertThat(get(answer)).isEqualTo("{\"name\":\"n" + i + "\"}");
            }
        } finally {
            get(vertx.close());
        }
    }

    @Test
    void closesIdleConnections() throws Exception {
        try (RawConnection idle = new RawConnection(server.port());
                RawConnection silent = new RawConnection(server.port())) {
            idle.send(RawConnection.request("{}"));
            waiting.take().ok(Orders.ORDER);
            assertThat(idle.read().status()).isEqualTo(200);
            server.stop(LONG).get(10, TimeUnit.SECONDS);
            assertThat(idle.isEndedByServer()).isTrue();
            assertThat(silent.isEndedByServer()).isTrue();
        }
    }

    @Test
    void closesWhatIsLeftAfterTheTimeout() throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request("{}"));
            Reply<DynamicMessage> reply = waiting.take();
            server.stop(Duration.ofMillis(200)).get(10, TimeUnit.SECONDS);
            assertThat(connection.isEndedByServer()).isTrue();
            reply.ok(Orders.ORDER);
        }
    }

    @Test
    void mayBeAskedForTwice() throws IOException {
        server.close();
        server.close();
        assertThatThrownBy(() -> new RawConnection(server.port()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAddressInUseIsAnIoException() throws IOException {
        try (ConnectServer _ = server) {
            ConnectServer.Builder second =
                    ConnectServer.builder(Orders.placing((_, _, reply) -> waiting.add(reply)));
            int port = server.port();
            assertThatThrownBy(() -> second.listen("127.0.0.1", port))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "127.0.0.1:"
                                    + port
                                    + ": can not listen, is it in use? (expected: a free port)");
        }
    }

    private static void awaitRefusal(int port) throws Exception {
        for (int i = 0; i < 200; i++) {
            try (RawConnection connection = new RawConnection(port)) {
                if (connection.isEndedByServer()) {
                    return;
                }
            } catch (IOException refused) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("the server still accepts connections");
    }
}
