package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Clients that read long answers slowly, or not at all.
class SlowReaderTest {
    private static final Duration IDLE_TIMEOUT = Duration.ofMillis(500);

    /// More than the buffers of sockets hold.
    private static final int LENGTH = 24 * 1024 * 1024;

    private static final int HTTP2_LENGTH = 6 * 1024 * 1024;
    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        Limits limits = new Limits(1024, 2048, 1, 10, Duration.ofSeconds(10), IDLE_TIMEOUT);
        server =
                ConnectServer.builder(
                                Orders.placing((_, order, reply) -> {
                                    int length =
                                            switch (Orders.name(order)) {
                                                case "long" -> LENGTH;
                                                case "http2" -> HTTP2_LENGTH;
                                                case String _ -> 1;
                                            };
                                    reply.ok(Orders.named("x".repeat(length)));
                                }))
                        .limits(limits)
                        .listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(RawConnection.request("{\"name\":\"long\"}").getBytes(UTF_8));
        return socket;
    }

    @Test
    void getTheWholeAnswer() throws Exception {
        try (Socket socket = connect()) {
            InputStream in = socket.getInputStream();
            int received = 0;
            while (received < LENGTH) {
                int length = in.readNBytes(512 * 1024).length;
                assertThat(length).as("after %s bytes", received).isEqualTo(512 * 1024);
                received += length;
                TimeUnit.MILLISECONDS.sleep(40);
            }
        }
    }

    @Test
    void getTheWholeAnswerOverHttp2() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setProtocolVersion(HttpVersion.HTTP_2)
                                    .setHttp2ClearTextUpgrade(false));
            AtomicInteger received = new AtomicInteger();
            CompletableFuture<Integer> whole = new CompletableFuture<>();
            client.request(HttpMethod.POST, server.port(), "127.0.0.1", Orders.PLACE)
                    .compose(request ->
                            request.putHeader("content-type", "application/json")
                                    .send("{\"name\":\"http2\"}")
                                    .onSuccess(response -> {
                                        readSlowly(vertx, response, received);
                                        response.exceptionHandler(whole::completeExceptionally);
                                        response.endHandler(_ -> whole.complete(received.get()));
                                    }))
                    .onFailure(whole::completeExceptionally);
            assertThat(whole.get(30, TimeUnit.SECONDS)).isGreaterThan(HTTP2_LENGTH);
        } finally {
            get(vertx.close());
        }
    }

    private static void readSlowly(
            Vertx vertx, HttpClientResponse response, AtomicInteger received) {
        response.pause();
        response.handler((Buffer chunk) -> received.addAndGet(chunk.length()));
        vertx.setPeriodic(40, _ -> response.fetch(8));
    }

    private static <T> void get(Future<T> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void areClosedWhenTheyDoNotReadAtAll() throws Exception {
        try (Socket _ = connect()) {
            IOException full = new IOException("not tried");
            for (int i = 0; i < 200; i++) {
                try (RawConnection next = new RawConnection(server.port())) {
                    next.send(RawConnection.request("{}"));
                    assertThat(next.read().status()).isEqualTo(200);
                    return;
                } catch (IOException e) {
                    full = e;
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            }
            throw full;
        }
    }
}
