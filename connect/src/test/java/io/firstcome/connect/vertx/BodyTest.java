package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.vertx.RawConnection.Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Bodies that come in pieces, too large, or too slowly.
class BodyTest {
    private static final int MAX_BODY_BYTES = 1024;
    private static final String TOO_LARGE =
            "{\"code\":\"resource_exhausted\","
                    + "\"message\":\"body: too large (expected: at most 1024 bytes)\"}";

    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        server = server(Duration.ofSeconds(20));
    }

    private static ConnectServer server(Duration bodyTimeout) throws IOException {
        Limits limits =
                new Limits(MAX_BODY_BYTES, 8192, 100, 100, bodyTimeout, Duration.ofSeconds(20));
        return ConnectServer.builder(Orders.placing((_, order, reply) -> reply.ok(order)))
                .limits(limits)
                .listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String orderOf(int bytes) {
        String order = "{\"name\":\"\"}";
        return order.replace("\"\"", '"' + "x".repeat(bytes - order.length()) + '"');
    }

    @Test
    void mayComeInPieces() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            String request = RawConnection.request("{\"name\":\"쿠폰\",\"count\":5}");
            for (int i = 0; i < request.length(); i++) {
                connection.send(request.substring(i, i + 1));
            }
            assertThat(connection.read().body()).isEqualTo("{\"name\":\"쿠폰\",\"count\":5}");
        }
    }

    @Test
    void mayComeInChunks() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head("transfer-encoding: chunked"));
            connection.send("5\r\n{\"nam\r\n");
            connection.send("4\r\ne\":\"\r\n3\r\nx\"}\r\n0\r\n\r\n");
            assertThat(connection.read().body()).isEqualTo("{\"name\":\"x\"}");
            connection.send(RawConnection.request("{\"name\":\"y\"}"));
            assertThat(connection.read().body()).isEqualTo("{\"name\":\"y\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void mayBeAsLargeAsTheLimit(Version version) throws Exception {
        try (HttpRpc rpc = new HttpRpc(version, server.port())) {
            String order = orderOf(MAX_BODY_BYTES);
            assertThat(rpc.send(rpc.json(order)).body()).isEqualTo(order);
            assertThat(rpc.send(rpc.json(orderOf(MAX_BODY_BYTES + 1))).body()).isEqualTo(TOO_LARGE);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Version.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void isRefusedOverTheLimitWithoutALengthToo(Version version) throws Exception {
        try (HttpRpc rpc = new HttpRpc(version, server.port())) {
            byte[] body = orderOf(100_000).getBytes(UTF_8);
            HttpResponse<String> response =
                    rpc.send(
                            rpc.request(Orders.PLACE)
                                    .header("content-type", "application/json")
                                    .POST(
                                            BodyPublishers.ofInputStream(
                                                    () -> new ByteArrayInputStream(body))));
            assertThat(response.statusCode()).isEqualTo(429);
            assertThat(response.body()).isEqualTo(TOO_LARGE);
            assertThat(rpc.send(rpc.json("{}")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void leavesTheConnectionUsableWhenItIsSomewhatTooLarge() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.request(orderOf(100_000)));
            Response refused = connection.read();
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo(TOO_LARGE);
            connection.send(RawConnection.request("{\"name\":\"next\"}"));
            assertThat(connection.read().body()).isEqualTo("{\"name\":\"next\"}");
        }
    }

    @Test
    void isRefusedByItsLengthBeforeItIsSent() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head("content-length: 1000000000"));
            assertThat(connection.read().body()).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void isNotReadWithoutEnd() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head("transfer-encoding: chunked"));
            String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
            int sent = 0;
            try {
                for (; sent < 100_000; sent++) {
                    connection.send(chunk);
                }
            } catch (IOException closed) {
                assertThat(sent).isGreaterThan(256);
            }
            assertThat(sent).isLessThan(100_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /livez", "GET /test.v1.Orders/Place", "POST /test.v1.Orders/X"})
    void isNotReadWithoutEndWhereNobodyWantsIt(String methodAndPath) throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    methodAndPath
                            + " HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n");
            assertThat(connection.read().status()).isGreaterThanOrEqualTo(400);
            String chunk = "400\r\n" + "x".repeat(1024) + "\r\n";
            int sent = 0;
            try {
                for (; sent < 100_000; sent++) {
                    connection.send(chunk);
                }
            } catch (IOException closed) {
                assertThat(sent).isGreaterThan(200);
            }
            assertThat(sent).isLessThan(100_000);
        }
    }

    @Test
    void isAskedForWhenTheClientWaitsToBeAsked() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head("expect: 100-continue", "content-length: 2"));
            assertThat(connection.read().status()).isEqualTo(100);
            connection.send("{}");
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @Test
    void isNotAskedForWhenItIsTooLarge() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head("expect: 100-continue", "content-length: 5000"));
            assertThat(connection.read().status()).isEqualTo(429);
        }
    }

    @Test
    void isRefusedWhenItTrickles() throws Exception {
        try (ConnectServer hasty = server(Duration.ofMillis(400));
                RawConnection connection = new RawConnection(hasty.port())) {
            connection.send(RawConnection.head("content-length: 1000"));
            try {
                for (int i = 0; i < 100; i++) {
                    connection.send("x");
                    Thread.sleep(20);
                }
            } catch (IOException closed) {
                assertThat(closed).isNotNull();
            }
            Response response = connection.read();
            assertThat(response.status()).isEqualTo(504);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"code\":\"deadline_exceeded\","
                                    + "\"message\":\"body: not received in time\"}");
            assertThat(connection.isEndedByServer()).isTrue();
        }
    }
}
