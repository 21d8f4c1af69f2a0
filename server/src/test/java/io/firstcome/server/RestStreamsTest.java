package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The streams of the API over REST.
@Timeout(60)
class RestStreamsTest {
    private static final String LINES = "application/x-ndjson";
    private static final String EVENTS = "text/event-stream";

    @TempDir private Path directory;
    private TestServer server;
    private HttpClient client;

    @BeforeEach
    void start() {
        server = new TestServer(directory);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    private BufferedReader open(String path, String accept)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.adminPort() + path))
                        .header("accept", accept)
                        .build();
        return new BufferedReader(
                new InputStreamReader(
                        client.send(request, BodyHandlers.ofInputStream()).body(), UTF_8));
    }

    @Test
    void aCampaignIsWatchedByEvents() throws Exception {
        server.createOpen("drop", 2);
        try (BufferedReader events = open("/v1/campaigns/drop:watch", EVENTS)) {
            assertThat(next(events)).contains("\"state\":\"OPEN\"");
            server.issue("drop", "a");
            server.issue("drop", "b");
            assertThat(until(events, "SOLD_OUT")).contains("\"issuedCount\":2");
            server.campaigns("EndCampaign", "{\"campaignId\":\"drop\"}");
            assertThat(until(events, "ENDED")).startsWith("data: {\"campaign\":{");
            assertThat(events.readAllLines()).containsExactly("event: end", "data: {}", "");
        }
    }

    /// The next event, of one line.
    private static String next(BufferedReader events) throws IOException {
        String event = events.readLine();
        assertThat(events.readLine()).isEmpty();
        return event;
    }

    private static String until(BufferedReader events, String state) throws IOException {
        String event = next(events);
        while (!event.contains("\"state\":\"" + state + "\"")) {
            event = next(events);
        }
        return event;
    }

    @Test
    void couponsAreFollowedByLines() throws Exception {
        server.createOpen("drop", 0);
        issue(0, 300);
        String path = "/v1/campaigns/drop/coupons:stream?afterOrdinal=10";
        try (BufferedReader lines = open(path, LINES)) {
            List<Integer> ordinals = new ArrayList<>();
            take(lines, ordinals, 290);
            issue(300, 500);
            take(lines, ordinals, 490);
            server.campaigns("EndCampaign", "{\"campaignId\":\"drop\"}");
            assertThat(lines.readLine()).isNull();
            assertThat(ordinals).isEqualTo(IntStream.rangeClosed(11, 500).boxed().toList());
        }
    }

    private void issue(int from, int to) {
        IntStream.range(from, to)
                .mapToObj(user -> server.issueLater("drop", "user-" + user))
                .toList()
                .forEach(TestServer::await);
    }

    private static void take(BufferedReader lines, List<Integer> ordinals, int count)
            throws IOException {
        while (ordinals.size() < count) {
            JsonObject told = JsonParser.parseString(lines.readLine()).getAsJsonObject();
            for (JsonElement coupon : told.getAsJsonArray("coupons")) {
                ordinals.add(coupon.getAsJsonObject().get("ordinal").getAsInt());
            }
        }
    }

    @Test
    void whatIsWrongIsAProblemAtOnceAndAnEventLater() throws Exception {
        try (Rest rest = new Rest(server.adminPort())) {
            Rest.Answer unknown = rest.get("/v1/campaigns/none:watch");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.text("reason")).isEqualTo("NOT_FOUND");
            Rest.Answer invalid = rest.get("/v1/campaigns/none/coupons:stream?afterOrdinal=-1");
            assertThat(invalid.status()).isEqualTo(400);
            assertThat(invalid.text("detail")).startsWith("afterOrdinal: -1");
        }
        server.createOpen("drop", 1);
        try (BufferedReader events = open("/v1/campaigns/drop:watch", EVENTS)) {
            next(events);
            server.campaigns("DeleteCampaign", "{\"campaignId\":\"drop\"}");
            assertThat(events.readLine()).isEqualTo("event: error");
            assertThat(events.readLine()).startsWith("data: {").contains("\"status\":404");
        }
    }
}
