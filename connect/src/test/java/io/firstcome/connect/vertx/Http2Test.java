package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What clients do with HTTP/2 streams, over connections that begin as HTTP/2.
class Http2Test {
    private final BlockingQueue<Reply<DynamicMessage>> waiting = new LinkedBlockingQueue<>();
    private final Vertx vertx = Vertx.vertx();
    private ConnectServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = server(Duration.ofSeconds(20));
        client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_2)
                                .setHttp2ClearTextUpgrade(false));
    }

    private ConnectServer server(Duration bodyTimeout) throws IOException {
        Limits limits = new Limits(1024, 2048, 1, 20, bodyTimeout, Duration.ofSeconds(20));
        return ConnectServer.builder(
                        Orders.placing((_, order, reply) -> {
                            if (Orders.name(order).equals("wait")) {
                                waiting.add(reply);
                            } else {
                                reply.ok(order);
                            }
                        }))
                .limits(limits)
                .listen("127.0.0.1", 0);
    }

    private void startWithoutPatience() throws IOException {
        server.close();
        server = server(Duration.ofMillis(400));
    }

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
        server.close();
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private HttpClientRequest request() throws Exception {
        HttpClientRequest request =
                get(client.request(HttpMethod.POST, server.port(), "127.0.0.1", Orders.PLACE));
        return request.putHeader("content-type", "application/json");
    }

    private void servesOnTheSameConnection() throws Exception {
        HttpClientRequest request = request();
        assertThat(request.version()).isEqualTo(HttpVersion.HTTP_2);
        Future<Buffer> body = request.response().compose(HttpClientResponse::body);
        get(request.end("{\"name\":\"next\"}"));
        assertThat(get(body)).hasToString("{\"name\":\"next\"}");
    }

    @Test
    void mayBeUsedFromTheFirstByte() throws Exception {
        servesOnTheSameConnection();
    }

    @Test
    void aReplyToAStreamThatWasResetIsDropped() throws Exception {
        HttpClientRequest request = request();
        Future<HttpClientResponse> response = request.send("{\"name\":\"wait\"}");
        Reply<DynamicMessage> reply = waiting.poll(10, TimeUnit.SECONDS);
        assertThat(reply).isNotNull();
        get(request.reset(8));
        servesOnTheSameConnection();
        reply.ok(Orders.ORDER);
        servesOnTheSameConnection();
        assertThat(response.succeeded()).isFalse();
    }

    @Test
    void aStreamThatIsResetBeforeItsBodyIsCompleteIsForgotten() throws Exception {
        startWithoutPatience();
        HttpClientRequest request = request();
        request.putHeader("content-length", "100").response().onComplete(_ -> {});
        get(request.write("{\"na"));
        get(request.reset(8));
        TimeUnit.MILLISECONDS.sleep(800);
        servesOnTheSameConnection();
        assertThat(waiting).isEmpty();
    }

    @Test
    void aBodyThatStallsEndsItsStreamOnly() throws Exception {
        startWithoutPatience();
        HttpClientRequest request = request();
        request.setChunked(true);
        request.exceptionHandler(_ -> {});
        get(request.write("{\"na"));
        HttpClientResponse response = get(request.response());
        assertThat(response.statusCode()).isEqualTo(504);
        servesOnTheSameConnection();
    }

    @Test
    void aBodyWithoutEndEndsItsStreamOnly() throws Exception {
        HttpClientRequest request = request();
        request.setChunked(true);
        Future<HttpClientResponse> response = request.response();
        Future<Buffer> body = response.compose(HttpClientResponse::body);
        Buffer chunk = Buffer.buffer(new byte[16 * 1024]);
        // How a write that comes too late fails depends on how far the reset has come.
        assertThatThrownBy(
                        () -> {
                            for (int i = 0; i < 1000; i++) {
                                get(request.write(chunk));
                            }
                        })
                .isInstanceOf(ExecutionException.class);
        assertThat(get(response).statusCode()).isEqualTo(429);
        assertThat(get(body).toString()).contains("body: too large");
        servesOnTheSameConnection();
    }

    @Test
    void headersAreLimited() throws Exception {
        Future<HttpClientResponse> response =
                request().putHeader("x-long", "y".repeat(3000)).send("{}");
        assertThatThrownBy(() -> get(response)).isInstanceOf(ExecutionException.class);
        assertThat(waiting).isEmpty();
    }
}
