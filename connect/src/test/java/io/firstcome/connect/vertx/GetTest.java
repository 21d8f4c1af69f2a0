package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Fault;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/// Calls by GET.
@ParameterizedClass
@EnumSource(
        value = Version.class,
        names = {"HTTP_1_1", "HTTP_2"})
class GetTest extends HttpTest {

    GetTest(Version version) {
        super(version);
    }

    @Override
    ConnectServer.Builder builder() {
        Router router =
                Router.builder()
                        .unary(Orders.method("Place"), Orders.ORDER, GetTest::look)
                        .unary(Orders.method("Look"), Orders.ORDER, GetTest::look)
                        .build();
        Duration patience = Duration.ofSeconds(20);
        return ConnectServer.builder(router)
                .limits(new Limits(2048, 8192, 10, 10, patience, patience))
                .faultErrors(GetTest::said);
    }

    private static RpcError said(Fault fault, RpcError error) {
        return new RpcError(error.code(), fault + " " + error.message());
    }

    private static void look(Call call, DynamicMessage order, Reply<DynamicMessage> reply) {
        switch (Orders.name(order)) {
            case "error" -> reply.error(new RpcError(Code.NOT_FOUND, "none"));
            case "query" -> reply.ok(Orders.named(String.valueOf(call.query())));
            case "deadline" -> reply.ok(Orders.named(call.hasDeadline() + ""));
            case "silent" -> assertThat(call.hasDeadline()).isTrue();
            case String _ -> reply.ok(order);
        }
    }

    private HttpResponse<String> get(String query, String... headers) throws Exception {
        HttpRequest.Builder request = rpc.request(Orders.path("Look") + query).GET();
        return rpc.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String json(String name) {
        return "?encoding=json&message=" + encoded("{\"name\":\"" + name + "\"}");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void mayBeJson() throws Exception {
        HttpResponse<String> response = get(json("쿠폰 + 1 & 2") + "&connect=v1");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Orders.of(response.body())).isEqualTo(Orders.named("쿠폰 + 1 & 2"));
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.headers().firstValue("vary")).contains("accept-encoding");
        assertThat(response.version()).isEqualTo(version);
    }

    @Test
    void mayBeProto() throws Exception {
        // Bytes that are no text.
        byte[] order = Orders.of("{\"name\":\"쿠폰\",\"data\":\"/wCA\"}").toByteArray();
        String bytes = HexFormat.ofDelimiter("").withPrefix("%").formatHex(order);
        String unpadded = base64(order);
        String padded = Base64.getUrlEncoder().encodeToString(order).replace("=", "%3D");
        for (String message : new String[] {bytes, unpadded + "&base64=1", padded + "&base64=1"}) {
            HttpResponse<byte[]> response =
                    rpc.sendForBytes(
                            rpc.request(
                                    Orders.path("Look") + "?encoding=proto&message=" + message));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("content-type")).contains("application/proto");
            assertThat(response.body()).isEqualTo(order);
        }
    }

    @Test
    void mayBeEmpty() throws Exception {
        HttpResponse<String> response = get("?encoding=proto&message=");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void mayBeCompressed() throws Exception {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"name\":\"x\"}".getBytes(UTF_8));
        }
        String message = "&base64=1&message=" + base64(compressed.toByteArray());
        assertThat(get("?encoding=json&compression=gzip" + message).body())
                .isEqualTo("{\"name\":\"x\"}");
        assertThat(get("?encoding=json&compression=br" + message).body())
                .isEqualTo(
                        "{\"code\":\"unimplemented\",\"message\":\"UNSUPPORTED"
                                + " compression: \\\"br\\\" (expected: gzip or identity)\"}");
        assertThat(get("?encoding=json&compression=gzip&message=%7B%7D").body())
                .startsWith("{\"code\":\"invalid_argument\",\"message\":\"MALFORMED message: malf");
    }

    @Test
    void showsItsQueryToTheHandler() throws Exception {
        String query = json("query") + "&more=1";
        assertThat(Orders.of(get(query).body())).isEqualTo(Orders.named(query.substring(1)));
    }

    @Test
    void isAnsweredWithErrorsAsOthersAre() throws Exception {
        HttpResponse<String> response = get(json("error"));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"code\":\"not_found\",\"message\":\"none\"}");
    }

    @Test
    void mayHaveADeadline() throws Exception {
        assertThat(get(json("deadline"), "connect-timeout-ms", "5000").body()).contains("true");
        assertThat(get(json("deadline")).body()).contains("false");
        HttpResponse<String> late = get(json("silent"), "connect-timeout-ms", "50");
        assertThat(late.statusCode()).isEqualTo(504);
        assertThat(late.body()).contains("DEADLINE_PASSED the deadline has passed");
        assertThat(get(json("x"), "connect-timeout-ms", "x").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | encoding: missing (expected: json or proto)",
                "message=%7B%7D | encoding: missing (expected: json or proto)",
                "encoding=json | message: missing (expected: the request)",
                "encoding=json&message | message: missing (expected: the request)",
                "encoding=json&=x&message | message: missing (expected: the request)",
                "encoding=json&message=%7B%7D&connect=v2 | connect: \"v2\" (expected: v1)",
                "encoding=json&message=%7B%7D&base64=1 | message: malformed (expected: base64url)",
                "encoding=proto&message=%0A%05x |"
                        + " body: malformed protobuf (expected: a test.v1.Order)",
            })
    void isRefusedWhenItIsMalformed(String query, String message) throws Exception {
        HttpResponse<String> response = get(query == null ? "" : "?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":\"invalid_argument\",\"message\":\"MALFORMED "
                                + message.replace("\"", "\\\"")
                                + "\"}");
    }

    @Test
    void isRefusedOverTheLimit() throws Exception {
        HttpResponse<String> response = get(json("x".repeat(2048)));
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.body()).contains("TOO_LARGE body: too large");
    }

    @Test
    void isNotServedInAnotherEncoding() throws Exception {
        assertThat(get("?encoding=xml&message=x").statusCode()).isEqualTo(415);
    }

    @Test
    void mayEvenHaveABody() throws Exception {
        HttpResponse<String> response =
                rpc.send(
                        rpc.request(Orders.path("Look") + json("x"))
                                .method("GET", BodyPublishers.ofString("ignored")));
        assertThat(response.body()).isEqualTo("{\"name\":\"x\"}");
        assertThat(get(json("y")).body()).isEqualTo("{\"name\":\"y\"}");
    }

    @Test
    void isForMethodsWithoutSideEffects() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.request(Orders.PLACE + json("x")).GET());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "HEAD", "DELETE"})
    void andPostAreAllThereIs(String method) throws Exception {
        HttpResponse<String> response =
                rpc.send(
                        rpc.request(Orders.path("Look") + json("x"))
                                .method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET, POST");
    }

    @Test
    void saysTheVersionInItsQueryWhenItMust() throws Exception {
        try (ConnectServer strict =
                        ConnectServer.builder(
                                        Router.builder()
                                                .unary(
                                                        Orders.method("Look"),
                                                        Orders.ORDER,
                                                        GetTest::look)
                                                .build())
                                .requiringProtocolVersion()
                                .listen("127.0.0.1", 0);
                HttpRpc client = new HttpRpc(version, strict.port())) {
            String path = Orders.path("Look") + json("x");
            HttpResponse<String> response = client.send(client.request(path));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("\"connect: missing (expected: v1)\"");
            assertThat(client.send(client.request(path + "&connect=v1")).statusCode())
                    .isEqualTo(200);
        }
    }
}
