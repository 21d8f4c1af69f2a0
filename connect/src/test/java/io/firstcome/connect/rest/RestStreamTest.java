package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// Streams of responses over REST.
@Timeout(60)
class RestStreamTest {
    private static final String LINES = "application/x-ndjson";
    private static final String EVENTS = "text/event-stream";

    private final CountDownLatch canceled = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final RestServer server = RestServer.streaming(this::follow);

    @AfterEach
    void stop() {
        server.close();
    }

    /// Does what the name of the book says.
    private void follow(Call call, DynamicMessage book, Responses<DynamicMessage> responses) {
        assertThat(call.protocol()).isEqualTo(Protocol.REST);
        call.onCancel(canceled::countDown);
        switch ((String) book.getField(Library.book().findFieldByName("name"))) {
            case "none" -> responses.end();
            case "refused" -> responses.error(new RpcError(Code.NOT_FOUND, "none"));
            case "broken" -> {
                responses.send(book);
                responses.error(new RpcError(Code.UNAVAILABLE, "a\nb"));
            }
            case "silent" -> responses.sendHeaders();
            case "endless" -> responses.send(book);
            case "pump" -> pump(responses);
            case "unsayable" -> throw new IllegalStateException("secret");
            default -> {
                responses.send(book);
                responses.send(Library.book("2"));
                responses.end();
            }
        }
    }

    private void pump(Responses<DynamicMessage> responses) {
        while (sent.get() < 4_000 && responses.isReady()) {
            sent.incrementAndGet();
            responses.send(Library.book("x".repeat(10_000)));
        }
        if (sent.get() < 4_000) {
            responses.whenReady(() -> pump(responses));
        } else {
            responses.end();
        }
    }

    private HttpRequest.Builder request(String name, @Nullable String accept) {
        HttpRequest.Builder request = server.request("/v1/books/" + name + ":follow");
        return accept == null ? request : request.header("accept", accept);
    }

    private HttpResponse<String> follow(String name, @Nullable String accept) {
        return server.send(request(name, accept));
    }

    @Test
    void areLinesOfJson() {
        HttpResponse<String> response = follow("1", null);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains(LINES);
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        assertThat(response.body()).isEqualTo("{\"name\":\"1\"}\n{\"name\":\"2\"}\n");
        assertThat(follow("none", null).body()).isEmpty();
    }

    @Test
    void areEventsForWhoAsksForThem() {
        HttpResponse<String> response = follow("1", EVENTS);
        assertThat(response.headers().firstValue("content-type")).contains(EVENTS);
        assertThat(response.body())
                .isEqualTo(
                        """
                        data: {"name":"1"}

                        data: {"name":"2"}

                        event: end
                        data: {}

                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | LINES",
                "*/* | LINES",
                "application/json | LINES",
                "Text/Event-Stream; q=0.9, */* | EVENTS",
                "application/x-ndjson, text/event-stream | LINES",
                "text/html, text/event-stream, application/x-ndjson | EVENTS",
            })
    void haveTheFormThatIsNamedFirst(@Nullable String accept, StreamForm form) {
        assertThat(StreamForm.of(accept)).isEqualTo(form);
    }

    @Test
    void sayAtTheirEndWhatFailed() {
        String problem =
                "{\"title\":\"Unavailable\",\"status\":503,\"detail\":\"a\\nb\","
                        + "\"code\":\"unavailable\"}";
        HttpResponse<String> lines = follow("broken", LINES);
        assertThat(lines.statusCode()).isEqualTo(200);
        assertThat(lines.body()).isEqualTo("{\"name\":\"broken\"}\n{\"error\":" + problem + "}\n");
        assertThat(follow("broken", EVENTS).body())
                .isEqualTo(
                        "data: {\"name\":\"broken\"}\n\nevent: error\ndata: " + problem + "\n\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/books/refused:follow,404",
        "/v1/books/unsayable:follow,500",
        "/v1/books/b:follow?nmae=1,400",
        "/v1/books/b:follow?pageCount=x,400"
    })
    void areProblemsIfNothingCameBefore(String path, int status) {
        for (String accept : new String[] {LINES, EVENTS}) {
            HttpResponse<String> response =
                    server.send(server.request(path).header("accept", accept));
            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.headers().firstValue("content-type"))
                    .contains("application/problem+json");
            assertThat(response.body()).contains("\"status\":" + status).doesNotContain("secret");
        }
    }

    @Test
    void endAtTheirDeadline() {
        HttpRequest.Builder request = request("endless", LINES).header("connect-timeout-ms", "50");
        assertThat(server.send(request).body())
                .startsWith("{\"name\":\"endless\"}\n{\"error\":{")
                .contains("deadline_exceeded");
        HttpResponse<String> silent =
                server.send(request("silent", EVENTS).header("connect-timeout-ms", "50"));
        assertThat(silent.statusCode()).isEqualTo(200);
        assertThat(silent.body()).startsWith("event: error\ndata: {").contains("deadline_exceeded");
    }

    @Test
    void mayBeAskedForByABody() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"name\":\"a\"}".getBytes(UTF_8));
        }
        String answer = "{\"name\":\"a\"}\n{\"name\":\"2\"}\n";
        assertThat(server.json("POST", "/v1/books:follow", "{\"name\":\"a\"}").body())
                .isEqualTo(answer);
        HttpRequest.Builder request =
                server.request("/v1/books:follow").header("content-type", "application/json");
        assertThat(
                        server.send(
                                        request.copy()
                                                .header("content-encoding", "gzip")
                                                .POST(
                                                        BodyPublishers.ofByteArray(
                                                                compressed.toByteArray())))
                                .body())
                .isEqualTo(answer);
        HttpResponse<String> unknown =
                server.send(
                        request.copy()
                                .header("content-encoding", "br")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(unknown.statusCode()).isEqualTo(501);
        assertThat(unknown.headers().firstValue("accept-encoding")).contains("gzip");
    }

    @Test
    void takeNoMoreThanTheLimit() {
        String large = "{\"name\":\"" + "x".repeat(20_000) + "\"}";
        assertThat(server.json("POST", "/v1/books:follow", large).statusCode()).isEqualTo(413);
    }

    @Test
    void haveNoHeadAlone() {
        HttpResponse<String> response =
                server.send(request("1", null).method("HEAD", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("allow")).contains("GET");
    }

    @Test
    void holdBackForWhoReadsSlowly() throws IOException {
        try (InputStream body = server.open(request("pump", null)).body();
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            assertThat(lines.readLine()).hasSize(10_011);
            assertThat(sent).hasValueLessThan(4_000);
            assertThat(lines.lines().count()).isEqualTo(3_999);
        }
    }

    @Test
    void areCanceledWhenTheClientGoes() throws Exception {
        try (InputStream body = server.open(request("endless", EVENTS)).body()) {
            assertThat(body.read()).isEqualTo('d');
        }
        assertThat(canceled.await(20, TimeUnit.SECONDS)).isTrue();
    }
}
