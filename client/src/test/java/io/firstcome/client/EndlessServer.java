package io.firstcome.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.coupon.v1.Coupon;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A server that streams coupons as fast as they are taken, a quarter of a gigabyte at the most.
final class EndlessServer implements AutoCloseable {
    static final long BYTES_MAX = 256L << 20;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong sentBytes = new AtomicLong();
    private final CompletableFuture<IOException> gone = new CompletableFuture<>();
    private final HttpServer server;

    EndlessServer() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::stream);
        server.setExecutor(threads);
        server.start();
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, 0);
        StreamCouponsResponse.Builder page = StreamCouponsResponse.newBuilder();
        page.addCoupons(Coupon.newBuilder().setUserId("u".repeat(16_000)));
        byte[] envelope = Envelope.ofMessage(page.build().toByteString());
        try (OutputStream out = exchange.getResponseBody()) {
            while (sentBytes.get() < BYTES_MAX) {
                out.write(envelope);
                sentBytes.addAndGet(envelope.length);
            }
        } catch (IOException e) {
            gone.complete(e);
        }
    }

    URI uri() {
        return LocalServer.uri(server.getAddress().getPort());
    }

    long sentBytes() {
        return sentBytes.get();
    }

    /// Completes when the caller has gone.
    CompletableFuture<IOException> gone() {
        return gone;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
