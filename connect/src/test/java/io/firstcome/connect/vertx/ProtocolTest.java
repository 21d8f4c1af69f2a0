package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetSocketAddress;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@ParameterizedClass
@EnumSource(
        value = Version.class,
        names = {"HTTP_1_1", "HTTP_2"})
class ProtocolTest extends HttpTest {
    private static final long NOW_NANOS = 1_000;

    ProtocolTest(Version version) {
        super(version);
    }

    @Override
    ConnectServer.Builder builder() {
        return ConnectServer.builder(Orders.placing(ProtocolTest::place)).nanoTime(() -> NOW_NANOS);
    }

    /// Does what the order's name says.
    private static void place(Call call, DynamicMessage order, Reply<DynamicMessage> reply) {
        switch (Orders.name(order)) {
            case "fail" -> throw new IllegalStateException("secret");
            case "deadline" ->
                    reply.ok(Orders.named(call.hasDeadline() ? call.deadlineNanos() + "" : "none"));
            case "header" -> reply.ok(Orders.named(String.valueOf(call.header("X-Who"))));
            case "address" ->
                    reply.ok(
                            Orders.named(
                                    ((InetSocketAddress) call.remoteAddress()).getHostString()));
            case "later" -> {
                call.responseHeaders().add("retry-after", "2");
                call.responseTrailers().add("x-load", "9");
                reply.error(new RpcError(Code.UNAVAILABLE, "later"));
            }
            case String name when isCode(name) ->
                    reply.error(new RpcError(Code.valueOf(name), "said " + name));
            case String _ -> reply.ok(order);
        }
    }

    private static boolean isCode(String name) {
        return Stream.of(Code.values()).anyMatch(code -> code.name().equals(name));
    }

    @Test
    void servesJson() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{\"name\":\"쿠폰\",\"count\":3}"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"name\":\"쿠폰\",\"count\":3}");
        assertThat(response.version()).isEqualTo(version);
    }

    @Test
    void servesProto() throws Exception {
        DynamicMessage order = Orders.of("{\"name\":\"쿠폰\",\"startsAt\":\"2025-01-01T00:00:00Z\"}");
        HttpResponse<byte[]> response =
                rpc.sendForBytes(
                        rpc.request(Orders.PLACE)
                                .header("content-type", "application/proto")
                                .POST(BodyPublishers.ofByteArray(order.toByteArray())));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/proto");
        assertThat(response.body()).isEqualTo(order.toByteArray());
    }

    @Test
    void takesAnEmptyProtoBodyAsTheDefaultMessage() throws Exception {
        HttpResponse<byte[]> response =
                rpc.sendForBytes(
                        rpc.request(Orders.PLACE)
                                .header("content-type", "application/proto")
                                .POST(BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void sendsNoSuperfluousHeaders() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{}"));
        assertThat(response.headers().map().keySet())
                .isSubsetOf(":status", "content-type", "content-length");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void answersEveryCodeWithItsStatus(Code code) throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{\"name\":\"" + code + "\"}"));
        assertThat(response.statusCode()).isEqualTo(code.httpStatus());
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":\"" + code.wireName() + "\",\"message\":\"said " + code + "\"}");
    }

    @Test
    void answersErrorsInJsonToProtoCalls() throws Exception {
        HttpRequest.Builder request =
                rpc.request(Orders.PLACE)
                        .header("content-type", "application/proto")
                        .POST(BodyPublishers.ofByteArray(Orders.named("NOT_FOUND").toByteArray()));
        HttpResponse<String> response = rpc.send(request);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.body()).startsWith("{\"code\":\"not_found\"");
    }

    @Test
    void answersTheHeadersOfAnError() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{\"name\":\"later\"}"));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("2");
        assertThat(response.headers().firstValue("trailer-x-load")).contains("9");
    }

    @Test
    void tellsNothingOfWhatAHandlerThrows() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{\"name\":\"fail\"}"));
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body())
                .isEqualTo("{\"code\":\"internal\",\"message\":\"internal error\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
    void allowsPostOnly(String method) throws Exception {
        HttpResponse<String> response =
                rpc.send(rpc.request(Orders.PLACE).method(method, BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("POST");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/connect+json",
                "application/json; charset=utf-16"
            })
    void saysWhatContentTypesItAccepts(String contentType) throws Exception {
        HttpResponse<String> response =
                rpc.send(
                        rpc.request(Orders.PLACE)
                                .header("content-type", contentType)
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.headers().firstValue("accept-post"))
                .contains(
                        "application/proto, application/json, application/grpc,"
                            + " application/grpc+proto, application/grpc+json,"
                            + " application/grpc-web, application/grpc-web+proto,"
                            + " application/grpc-web+json, application/grpc-web-text,"
                            + " application/grpc-web-text+proto, application/grpc-web-text+json");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void takesACharsetThatIsUtf8() throws Exception {
        HttpResponse<String> response =
                rpc.send(
                        rpc.request(Orders.PLACE)
                                .header("content-type", "application/json; charset=utf-8")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect-protocol-version | 2 | 400 | invalid_argument |"
                        + " connect-protocol-version: \"2\" (expected: 1)",
                "connect-timeout-ms | 12345678901 | 400 | invalid_argument | connect-timeout-ms:"
                        + " \"12345678901\" (expected: milliseconds in 1 to 10 digits)",
                "connect-timeout-ms | -1 | 400 | invalid_argument | connect-timeout-ms: \"-1\""
                        + " (expected: milliseconds in 1 to 10 digits)",
                "connect-timeout-ms | 1.5 | 400 | invalid_argument | connect-timeout-ms: \"1.5\""
                        + " (expected: milliseconds in 1 to 10 digits)",
                "content-encoding | br | 501 | unimplemented |"
                        + " content-encoding: \"br\" (expected: gzip or identity)",
            })
    void refusesAHeaderItCanNotFollow(
            String header, String value, int status, String code, String message) throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{}").header(header, value));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":\""
                                + code
                                + "\",\"message\":\""
                                + message.replace("\"", "\\\"")
                                + "\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "connect-protocol-version, 1",
        "content-encoding, identity",
        "content-encoding, Identity",
        "accept-encoding, gzip",
        "connect-timeout-ms, 0",
        "connect-timeout-ms, 9999999999"
    })
    void takesHeadersOfTheProtocol(String header, String value) throws Exception {
        assertThat(rpc.send(rpc.json("{}").header(header, value)).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheDeadlineOnItsClock() throws Exception {
        HttpRequest.Builder request =
                rpc.json("{\"name\":\"deadline\"}").header("connect-timeout-ms", "9999999999");
        long deadlineNanos = NOW_NANOS + TimeUnit.MILLISECONDS.toNanos(9_999_999_999L);
        assertThat(rpc.send(request).body()).isEqualTo("{\"name\":\"" + deadlineNanos + "\"}");
        assertThat(rpc.send(rpc.json("{\"name\":\"deadline\"}")).body())
                .isEqualTo("{\"name\":\"none\"}");
    }

    @Test
    void tellsHeadersAndAddress() throws Exception {
        HttpRequest.Builder request = rpc.json("{\"name\":\"header\"}").header("x-who", "me");
        assertThat(rpc.send(request).body()).isEqualTo("{\"name\":\"me\"}");
        assertThat(rpc.send(rpc.json("{\"name\":\"address\"}")).body())
                .isEqualTo("{\"name\":\"127.0.0.1\"}");
    }

    @Test
    void refusesJsonThatIsNoRequest() throws Exception {
        HttpResponse<String> response = rpc.send(rpc.json("{\"count\":\"x\"}"));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .startsWith("{\"code\":\"invalid_argument\",\"message\":\"count: \\\"x\\\" (expec")
                .contains("\"type\":\"google.rpc.BadRequest\"")
                .contains("\"debug\":{\"fieldViolations\":[{\"field\":\"count\",");
    }

    @Test
    void refusesProtoThatIsNoRequest() throws Exception {
        HttpResponse<String> response =
                rpc.send(
                        rpc.request(Orders.PLACE)
                                .header("content-type", "application/proto")
                                .POST(BodyPublishers.ofByteArray(new byte[] {10, 5, 'x'})));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":\"invalid_argument\",\"message\":"
                                + "\"body: malformed protobuf (expected: a test.v1.Order)\"}");
    }

    @Test
    void saysThatAKnownServiceHasNoSuchMethod() throws Exception {
        HttpResponse<String> response =
                rpc.send(
                        rpc.request("/test.v1.Orders/Cancel")
                                .header("content-type", "application/json")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body()).startsWith("{\"code\":\"unimplemented\",\"message\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/livez", "/test.v1.Other/Place", "/test.v1.Orders", "//x/"})
    void knowsNoOtherPaths(String path) throws Exception {
        HttpResponse<String> response =
                rpc.send(rpc.request(path).POST(BodyPublishers.ofString("{}")));
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void ignoresAQuery() throws Exception {
        HttpRequest.Builder request =
                rpc.request(Orders.PLACE + "?a=b")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString("{}"));
        assertThat(rpc.send(request).statusCode()).isEqualTo(200);
    }
}
