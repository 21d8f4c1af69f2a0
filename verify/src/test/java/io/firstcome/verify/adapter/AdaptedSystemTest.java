package io.firstcome.verify.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.SystemUnderTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

class AdaptedSystemTest {
    private static final Campaign CAMPAIGN =
            Campaign.limited("spring/한", 9, Instant.parse("2030-01-01T00:00:00Z"));
    private static final String LEAST =
            """
            name: mine
            about: a system
            ask: {method: GET, path: '/${campaign}/people/${user}/coupon'}
            answers:
              - {status: 200, at: /code, means: ISSUED}
            coupon: {code: /code, ordinal: /number, issued-at: /at}
            """;

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private HttpServer http;

    AdaptedSystemTest() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    }

    @BeforeEach
    void listen() {
        http.createContext("/", this::handle);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String uri = exchange.getRequestURI().toString();
        heard.add(exchange.getRequestMethod() + " " + uri);
        byte[] answer = answers.getOrDefault(uri, "{\"code\":\"A\"}").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private SystemUnderTest open(String document) {
        URI url = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        return Adapter.parse("mine.yaml", document)
                .open(url, url, Duration.ofSeconds(1), Caller.ANYBODY);
    }

    @Test
    void userMayStandInThePathAndBeANumber() throws InterruptedException {
        String numbers =
                LEAST.replace("/coupon'}", "/coupon', users: numbers}").replace("/${campaign}", "");
        URI url = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        Adapter adapter = Adapter.parse("mine.yaml", numbers);
        Verify.run(
                new VerifyOptions(
                        new Target(url, url, "7", adapter),
                        new Crowd(3, 1, 1, 5),
                        9,
                        Duration.ZERO,
                        Duration.ofSeconds(1)),
                new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        assertThat(heard)
                .hasSize(3)
                .allMatch(line -> line.matches("GET /people/[1-9]\\d{5}00000000[012]/coupon"));
    }

    @Test
    void pagesAreReadToTheEndByToken() throws InterruptedException {
        answers.put(
                "/spring%2F%ED%95%9C?page=",
                "{\"all\":[{\"u\":\"a\",\"c\":\"A\",\"t\":1893456001}],\"next\":\"2\",\"n\":7}");
        answers.put(
                "/spring%2F%ED%95%9C?page=2",
                "{\"all\":[{\"u\":\"b\",\"c\":\"B\",\"t\":1893456002000}]}");
        String list =
                """
                list:
                  method: GET
                  path: '/${campaign}?page=${page}'
                  entries: /all
                  entry: {user: /u, code: /c, issued-at: /t}
                  count: /n
                  paging: {next: /next}
                """;
        try (SystemUnderTest system = open(LEAST + list)) {
            Listing listing = system.listing(CAMPAIGN);
            assertThat(listing.coupons())
                    .containsExactly(
                            new Coupon("a", 1, "A", Instant.parse("2030-01-01T00:00:01Z")),
                            new Coupon("b", 2, "B", Instant.parse("2030-01-01T00:00:02Z")));
            assertThat(listing.issuedCount()).isEqualTo(7);
        }
    }

    @Test
    void pagesAreReadToTheEmptyOneByNumber() throws InterruptedException {
        answers.put("/list?page=0", "[{\"u\":\"a\"},{\"u\":\"b\"}]");
        answers.put("/list?page=1", "[{\"u\":\"c\"}]");
        answers.put("/list?page=2", "[]");
        String list =
                """
                list:
                  method: GET
                  path: '/list?page=${page}'
                  entries: ""
                  entry: {user: /u}
                  paging: {first-page: 0}
                """;
        try (SystemUnderTest system = open(LEAST + list)) {
            assertThat(system.listing(CAMPAIGN).coupons())
                    .extracting(Coupon::userId)
                    .containsExactly("a", "b", "c");
        }
    }

    @Test
    void programMayPrintTheList(@TempDir Path directory) throws Exception {
        Path rows = Files.writeString(directory.resolve("rows"), "a\tA\t5\nb\tB\t6\n");
        String list =
                "list: {command: [cat, '%s'], entry: {user: /0, code: /1, ordinal: /2}}"
                        .formatted(rows);
        try (SystemUnderTest system = open(LEAST + list)) {
            assertThat(system.listing(CAMPAIGN).coupons())
                    .containsExactly(
                            new Coupon("a", 5, "A", CAMPAIGN.start()),
                            new Coupon("b", 6, "B", CAMPAIGN.start()));
        }
    }

    @Test
    void programThatFailsIsNamed() {
        String list = "list: {command: [cat, '/absent/${campaign}'], entry: {user: /0}}";
        try (SystemUnderTest system = open(LEAST + list)) {
            assertThatThrownBy(() -> system.listing(CAMPAIGN))
                    .isInstanceOf(ApiException.class)
                    .hasMessage(
                            "cat: exit code 1 (expected: 0; --without-list judges by the answers"
                                    + " alone)");
        }
    }

    @Test
    void answersSayWhatTheRulesSay() {
        AdaptedAnswers reader =
                new AdaptedAnswers(
                        Adapter.parse("mine.yaml", LEAST), name -> name, new HashSet<>());
        assertThat(
                        reader.read(
                                200,
                                "{\"code\":\"A\",\"number\":4,\"at\":\"2030-01-01T00:00:00Z\"}"))
                .isEqualTo(new Issued(new Coupon("", 4, "A", CAMPAIGN.start()), false));
        assertThat(reader.read(200, "{\"code\":\"A\",\"at\":\"noon\"}"))
                .isInstanceOf(Unexpected.class);
        assertThat(reader.read(200, "<html>")).isEqualTo(new Unexpected("HTTP 200 <html>"));
        assertThat(reader.read(503, "busy")).isEqualTo(new Unknown("HTTP 503 busy"));
    }

    @Test
    void startIsAWholeSecondAndItsFormsAreTheSameInstant() throws InterruptedException {
        String create =
                """
                create:
                  method: GET
                  path: '/new?of=${coupons}&at=${start}&s=${start-seconds}&ms=${start-millis}'
                  id: /code
                """;
        try (SystemUnderTest system = open(LEAST + create)) {
            Campaign campaign = system.create(9, CAMPAIGN.start().plusMillis(1));
            assertThat(campaign.id()).isEqualTo("A");
            assertThat(campaign.start()).isEqualTo("2030-01-01T00:00:01Z");
        }
        assertThat(heard)
                .containsExactly(
                        "GET /new?of=9&at=2030-01-01T00%3A00%3A01Z&s=1893456001&ms=1893456001000");
    }
}
