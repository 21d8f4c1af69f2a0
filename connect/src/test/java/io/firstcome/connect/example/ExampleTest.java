package io.firstcome.connect.example;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The example of the README, over HTTP/1.1: where a whole answer follows the switch to HTTP/2 at
/// once, the JDK's client hangs in one of two hundred.
class ExampleTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                ConnectServer.builder(Greeter.router())
                        .interceptor(new AccessLog(lines::add))
                        .fallback(request -> request.response().end("alive"))
                        .listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() throws Exception {
        client.shutdownNow();
        server.stop(Duration.ofSeconds(10)).get(20, TimeUnit.SECONDS);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> greet(String json) throws Exception {
        return client.send(
                request("/greet.v1.GreetService/Greet")
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    private String line() throws InterruptedException {
        return String.valueOf(lines.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void greets() throws Exception {
        assertThat(greet("{\"name\":\"Ada\"}").body()).isEqualTo("{\"text\":\"Hi Ada\"}");
        assertThat(line()).isEqualTo("greet.v1.GreetService.Greet ok");
        HttpResponse<String> refused = greet("{}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("name: missing");
        assertThat(line())
                .startsWith("greet.v1.GreetService.Greet invalid_argument: name: missing");
    }

    @Test
    void counts() throws Exception {
        byte[] json = "{\"to\":1000}".getBytes(UTF_8);
        byte[] envelope = ByteBuffer.allocate(5 + json.length).putInt(1, json.length).array();
        System.arraycopy(json, 0, envelope, 5, json.length);
        byte[] body =
                client.send(
                                request("/greet.v1.GreetService/Count")
                                        .header("content-type", "application/connect+json")
                                        .POST(BodyPublishers.ofByteArray(envelope))
                                        .build(),
                                BodyHandlers.ofByteArray())
                        .body();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            for (int i = 1; i <= 1000; i++) {
                assertThat(in.readByte()).isZero();
                String response = new String(in.readNBytes(in.readInt()), UTF_8);
                assertThat(response).isEqualTo("{\"number\":" + i + "}");
            }
            assertThat(in.readByte()).isEqualTo((byte) 2);
        }
        assertThat(line()).isEqualTo("greet.v1.GreetService.Count ok");
    }

    @Test
    void isAlive() throws Exception {
        assertThat(client.send(request("/livez").build(), BodyHandlers.ofString()).body())
                .isEqualTo("alive");
    }

    @Test
    void isWhatTheReadmeShows() throws IOException {
        Path base = Path.of(System.getProperty("basedir", "."));
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files =
                Files.list(base.resolve("src/test/java/io/firstcome/connect/example"))) {
            for (Path file : files.toList()) {
                sources.append(Files.readString(file));
            }
        }
        List<String> shown = javaLines(Files.readString(base.resolve("README.md")));
        assertThat(shown).hasSizeGreaterThan(20);
        List<String> written = sources.toString().lines().map(String::strip).toList();
        assertThat(written).containsAll(shown);
    }

    private static List<String> javaLines(String markdown) {
        String block = markdown.split("```java\n", 2)[1].split("```", 2)[0];
        return block.lines().map(String::strip).toList();
    }
}
