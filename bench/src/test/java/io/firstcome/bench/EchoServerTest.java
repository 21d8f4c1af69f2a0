package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

class EchoServerTest {
    @Test
    void bodiesOfAnySizeComeBackOnOneConnection() throws Exception {
        try (EchoServer server = EchoServer.start(0);
                HttpClient client = HttpClient.newHttpClient()) {
            URI url = URI.create("http://127.0.0.1:" + server.port() + "/any");
            for (int length : new int[] {0, 1, 100, 100_000, 7}) {
                String body = "x".repeat(length);
                HttpRequest request =
                        HttpRequest.newBuilder(url).POST(BodyPublishers.ofString(body)).build();
                assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(body);
            }
        }
    }
}
