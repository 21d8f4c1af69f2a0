package io.firstcome.verify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firstcome.verify.adapter.CouponStore.Fault;
import io.firstcome.verify.client.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/// A system in this process that speaks one of the APIs, rightly or with a fault.
final class ToySystem implements AutoCloseable {
    private final ToyApi api;
    private final CouponStore store;
    private final HttpServer http;

    ToySystem(ToyApi api, Fault fault, int limit) {
        this.api = api;
        store = new CouponStore(fault, limit, api.oneEach);
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            http = HttpServer.create(new InetSocketAddress(loopback, 0), 100);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        http.createContext("/", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            answer(exchange);
        } catch (CouponStore.HungUp _) {
            // closed below, without a word
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        store.requireAlive();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Json request = Json.parse(body.isEmpty() ? "{}" : body);
        ToyApi.Said said = api.answer(exchange.getRequestURI().getPath(), request, store);
        byte[] bytes = said.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
