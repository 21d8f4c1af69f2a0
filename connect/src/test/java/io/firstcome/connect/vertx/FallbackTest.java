package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.vertx.core.http.HttpServerRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

@ParameterizedClass
@EnumSource(
        value = Version.class,
        names = {"HTTP_1_1", "HTTP_2"})
class FallbackTest extends HttpTest {

    FallbackTest(Version version) {
        super(version);
    }

    @Override
    ConnectServer.Builder builder() {
        Limits limits =
                new Limits(1024, 2048, 10, 10, Duration.ofSeconds(5), Duration.ofSeconds(1));
        return ConnectServer.builder(Orders.placing((_, order, reply) -> reply.ok(order)))
                .fallback(FallbackTest::serve)
                .limits(limits);
    }

    private static void serve(HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/livez" -> request.response().end("alive");
            case "/echo" -> request.body().onSuccess(body -> request.response().end(body));
            case "/slow" ->
                    CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                            .execute(() -> request.response().end("at last"));
            case "/watched" -> {
                request.response().bodyEndHandler(_ -> {}).closeHandler(_ -> {});
                request.response().end("watched");
            }
            case "/half" -> {
                request.response().setChunked(true).write("half");
                throw new IllegalStateException("no more");
            }
            default -> throw new IllegalStateException("no such page");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/livez?verbose=1"})
    void servesOtherPathsOnTheSamePort(String path) throws Exception {
        HttpResponse<String> response = rpc.send(rpc.request(path));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("alive");
        assertThat(rpc.send(rpc.json("{\"name\":\"x\"}")).body()).isEqualTo("{\"name\":\"x\"}");
    }

    @Test
    void mayReadTheBody() throws Exception {
        HttpResponse<String> response =
                rpc.send(rpc.request("/echo").POST(BodyPublishers.ofString("hello")));
        assertThat(response.body()).isEqualTo("hello");
    }

    @Test
    void mayTakeLongerThanAConnectionMayBeIdle() throws Exception {
        assertThat(rpc.send(rpc.request("/slow")).body()).isEqualTo("at last");
    }

    @Test
    void mayWatchItsResponseWithoutKeepingTheConnection() throws Exception {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET /watched HTTP/1.1\r\nhost: localhost\r\n\r\n");
            assertThat(connection.read().body()).isEqualTo("watched");
            assertThat(connection.isEndedByServer()).isTrue();
        }
    }

    @Test
    void breaksOffWhenItThrowsAfterItHasBegun() throws Exception {
        assertThatThrownBy(() -> rpc.send(rpc.request("/half")))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(rpc.send(rpc.request("/livez")).body()).isEqualTo("alive");
    }

    @Test
    void answersInternalServerErrorWhenItThrows() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.request("/none"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
    }
}
