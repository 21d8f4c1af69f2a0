package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.Code;
import io.firstcome.connect.Orders;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Unary calls of Connect whose bodies are compressed.
class CompressionTest {
    private ConnectServer server;
    private HttpRpc rpc;

    @BeforeEach
    void start() throws IOException {
        server =
                ConnectServer.builder(
                                Orders.placing((_, order, reply) -> {
                                    if (Orders.name(order).equals("error")) {
                                        reply.error(new RpcError(Code.ABORTED, "y".repeat(2000)));
                                    } else if (Orders.name(order).startsWith("e")) {
                                        reply.okEncodedHere(order);
                                    } else {
                                        reply.ok(order);
                                    }
                                }))
                        .listen("127.0.0.1", 0);
        rpc = new HttpRpc(Version.HTTP_1_1, server.port());
    }

    @AfterEach
    void stop() {
        rpc.close();
        server.close();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    private HttpResponse<String> sendGzip(byte[] body) throws Exception {
        return rpc.send(
                rpc.request(Orders.PLACE)
                        .header("content-type", "application/json")
                        .header("content-encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    private static String named(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    @Test
    void requestsMayBe() throws Exception {
        String order = named("x".repeat(10_000));
        HttpResponse<String> response = sendGzip(gzip(order.getBytes(UTF_8)));
        assertThat(response.body()).isEqualTo(order);
        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void requestsAreNotInflatedOverTheLimit() throws Exception {
        byte[] bomb = gzip(new byte[16 * 1024 * 1000]);
        assertThat(bomb).hasSizeLessThan(16 * 1024);
        HttpResponse<String> response = sendGzip(bomb);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("body: too large (expected: at most 16384 bytes)");
    }

    @Test
    void requestsThatAreNotAlthoughTheySaySoAreRefused() throws Exception {
        HttpResponse<String> response = sendGzip("{}".getBytes(UTF_8));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("message: malformed gzip");
    }

    @Test
    void requestsInOtherWaysAreToldWhichTheServerKnows() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{}").header("content-encoding", "br"));
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.headers().firstValue("accept-encoding")).contains("gzip");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | x | 1012 | false",
                "gzip | x | 1013 | true",
                "br, gzip;q=0.5 | x | 5000 | true",
                "GZIP | x | 5000 | true",
                "gzip | e | 1012 | false",
                "gzip | e | 1013 | true",
                "br | e | 5000 | false",
                "gzip;q=0 | x | 5000 | false",
                "gzip; q=0.000 | x | 5000 | false",
                "br | x | 5000 | false",
                "identity | x | 5000 | false",
                "gzip | error | 0 | true"
            })
    void responsesAreWhenTheClientReadsThatAndItIsWorthwhile(
            String accepted, String name, int length, boolean isCompressed) throws Exception {
        String order = named(length == 0 ? name : name.repeat(length));
        HttpRequest.Builder request = rpc.json(order).header("accept-encoding", accepted);
        HttpResponse<byte[]> response = rpc.sendForBytes(request);
        assertThat(response.headers().firstValue("content-encoding").isPresent())
                .isEqualTo(isCompressed);
        String body = new String(isCompressed ? inflated(response) : response.body(), UTF_8);
        if (length == 0) {
            assertThat(body).startsWith("{\"code\":\"aborted\",\"message\":\"yyy");
            assertThat(response.statusCode()).isEqualTo(409);
        } else {
            assertThat(body).isEqualTo(order);
        }
    }

    private static byte[] inflated(HttpResponse<byte[]> response) throws IOException {
        try (GZIPInputStream gzip =
                new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return gzip.readAllBytes();
        }
    }
}
