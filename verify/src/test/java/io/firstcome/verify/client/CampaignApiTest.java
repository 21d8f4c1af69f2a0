package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import io.firstcome.check.Campaign;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class CampaignApiTest {
    private static final Instant START = Instant.parse("2026-11-11T11:00:00Z");

    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    CampaignApiTest() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = HttpServer.create(new InetSocketAddress(loopback, 0), 10);
    }

    @BeforeEach
    void serve() {
        server.createContext(
                "/admin.v1.CampaignService/CreateCampaign",
                exchange -> {
                    bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write("{}".getBytes(UTF_8));
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aCampaignIsMadeAsItIsTold() throws InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        try (CampaignApi api = new CampaignApi(url, Duration.ZERO)) {
            api.create(new Campaign("x", 5L, START, START.plusSeconds(60)));
            api.create(new Campaign("y", null, START, null));
        }

        assertThat(bodies)
                .containsExactly(
                        "{\"campaignId\":\"x\",\"name\":\"verify\","
                                + "\"issuanceStartTime\":\"2026-11-11T11:00:00Z\","
                                + "\"couponIssueLimit\":5,"
                                + "\"issuanceEndTime\":\"2026-11-11T11:01:00Z\"}",
                        "{\"campaignId\":\"y\",\"name\":\"verify\","
                                + "\"issuanceStartTime\":\"2026-11-11T11:00:00Z\"}");
    }
}
