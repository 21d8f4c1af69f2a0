package io.firstcome.connect.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

@Timeout(60)
class HealthTest {
    private static final String PATH = "/grpc.health.v1.Health/";

    private final Health health = new Health();
    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        Router.Builder router = Router.builder();
        health.addTo(router);
        server = ConnectServer.builder(router.build()).listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String check(String service) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:" + server.port() + PATH + "Check"))
                            .header("content-type", "application/json")
                            .POST(BodyPublishers.ofString("{\"service\":\"" + service + "\"}"))
                            .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aServiceIsServedOrNotOrUnknown() throws Exception {
        health.set("", true);
        health.set("test.v1.Orders", false);
        assertThat(check("")).isEqualTo("{\"status\":\"SERVING\"}");
        assertThat(check("test.v1.Orders")).isEqualTo("{\"status\":\"NOT_SERVING\"}");
        assertThat(check("other"))
                .isEqualTo(
                        "{\"code\":\"not_found\",\"message\":\"service: \\\"other\\\" (expected: a"
                                + " service of this server)\"}");
    }

    @Test
    void whoWatchesIsToldEveryChangeOnce() throws Exception {
        try (JsonStream watch =
                new JsonStream(server.port(), PATH + "Watch", List.of("{\"service\":\"s\"}"))) {
            assertThat(watch.next().get("status").getAsString()).isEqualTo("SERVICE_UNKNOWN");
            health.set("s", true);
            assertThat(watch.next().get("status").getAsString()).isEqualTo("SERVING");
            health.set("s", true);
            health.set("", false);
            health.set("s", false);
            assertThat(watch.next().get("status").getAsString()).isEqualTo("NOT_SERVING");
        }
    }
}
