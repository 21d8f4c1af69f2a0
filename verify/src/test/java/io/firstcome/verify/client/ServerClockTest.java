package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

class ServerClockTest {
    private static final Duration AHEAD = Duration.ofHours(1);

    @ParameterizedTest
    @EnumSource(names = {"MICROS", "MILLIS", "SECONDS"})
    void serversTimeLiesWithinTheUncertainty(ChronoUnit resolution) throws Exception {
        HttpServer server = server(exchange -> tellTime(exchange, resolution));
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            ServerClock clock = ServerClock.measure(url, Duration.ofSeconds(5));
            long earliest = aheadNanos();
            long told = clock.epochNanos(System.nanoTime());
            assertThat(told + clock.uncertaintyNanos()).isGreaterThanOrEqualTo(earliest);
            assertThat(told - clock.uncertaintyNanos()).isLessThanOrEqualTo(aheadNanos());
            assertThat(clock.nanoTime(clock.epochNanos(7))).isEqualTo(7);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aReadingIsRepeatedWhileTheServerIsAway() throws Exception {
        AtomicInteger readings = new AtomicInteger();
        HttpServer server =
                server(exchange -> {
                    if (readings.incrementAndGet() % 25 == 0) {
                        exchange.close();
                    } else {
                        tellTime(exchange, ChronoUnit.MICROS);
                    }
                });
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            long earliest = aheadNanos();
            ServerClock clock = ServerClock.measure(url, Duration.ofSeconds(5));
            assertThat(clock.epochNanos(System.nanoTime()) + clock.uncertaintyNanos())
                    .isGreaterThanOrEqualTo(earliest);
            assertThat(readings).hasValueGreaterThan(50);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void uncertaintyCoversWhatTheClocksDriftedApart() {
        ServerClock before = new ServerClock(1_000, 50);
        assertThat(before.uncertaintyNanos(new ServerClock(1_000, 50))).isEqualTo(50);
        assertThat(before.uncertaintyNanos(new ServerClock(900, 70))).isEqualTo(170);
    }

    private static long aheadNanos() {
        Instant now = Instant.now().plus(AHEAD);
        return now.getEpochSecond() * 1_000_000_000 + now.getNano();
    }

    private static HttpServer server(HttpHandler handler) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 10);
        server.createContext("/", handler);
        server.start();
        return server;
    }

    private static void tellTime(HttpExchange exchange, ChronoUnit resolution) throws IOException {
        Instant time = Instant.now().plus(AHEAD).truncatedTo(resolution);
        byte[] reply = ("{\"serverTime\":\"" + time + "\"}").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }
}
