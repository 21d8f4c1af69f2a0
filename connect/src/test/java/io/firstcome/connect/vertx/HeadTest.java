package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.Orders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.concurrent.TimeUnit;

/// HEAD is answered as GET is, without the body.
class HeadTest {
    private static final byte[] PAGE = "hello".getBytes(UTF_8);

    private static void serve(HttpServerRequest request) {
        Connection connection = Connection.of(request.connection());
        connection.exchangeStarted();
        new VertxExchange(request, connection).respond(200, "text/plain", null, PAGE);
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void hasNoBody(HttpVersion version) throws Exception {
        Vertx vertx = Vertx.vertx();
        try (ConnectServer server =
                ConnectServer.builder(Orders.placing((_, order, reply) -> reply.ok(order)))
                        .fallback(HeadTest::serve)
                        .listen("127.0.0.1", 0)) {
            HttpClient client =
                    vertx.createHttpClient(
                            new HttpClientOptions()
                                    .setProtocolVersion(version)
                                    .setHttp2ClearTextUpgrade(false));
            for (HttpMethod method : new HttpMethod[] {HttpMethod.HEAD, HttpMethod.GET}) {
                Future<Answer> answer =
                        client.request(method, server.port(), "127.0.0.1", "/")
                                .compose(request -> request.send().compose(HeadTest::read));
                hasLength(get(answer), method.equals(HttpMethod.HEAD) ? 0 : PAGE.length);
            }
        } finally {
            get(vertx.close());
        }
    }

    private record Answer(HttpClientResponse response, Buffer body) {}

    private static Future<Answer> read(HttpClientResponse response) {
        return response.body().map(body -> new Answer(response, body));
    }

    private static void hasLength(Answer answer, int bytes) {
        assertThat(answer.response().getHeader("content-length")).isEqualTo("5");
        assertThat(answer.response().getHeader("content-type")).isEqualTo("text/plain");
        assertThat(answer.body().length()).isEqualTo(bytes);
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
