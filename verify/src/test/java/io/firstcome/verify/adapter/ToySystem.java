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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A system in this process that speaks one of the APIs, rightly or with a fault. What its database
/// holds stands in a file, as the database's program would print it.
final class ToySystem implements AutoCloseable {
    private final ToyApi api;
    private final CouponStore store;
    private final HttpServer http;
    private final Path rows;

    ToySystem(ToyApi api, Fault fault, int limit) {
        this.api = api;
        store = new CouponStore(fault, limit, api.oneEach);
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            http = HttpServer.create(new InetSocketAddress(loopback, 0), 100);
            rows = Files.createTempFile("rows", ".tsv");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        http.createContext("/", this::handle);
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// The adapter that comes along for it. Where that has the database's program list what was
    /// issued, `cat` prints it.
    Adapter adapter() {
        return adapterWithProgram("cat", rows.toString());
    }

    /// The same with another command, which needs no time to settle.
    Adapter adapterWithProgram(String... command) {
        Adapter shipped = ShippedAdapters.find(api.adapter);
        CouponList list = shipped.list();
        if (list == null || !(list.source() instanceof CouponList.Program)) {
            return shipped;
        }
        CouponList.Program program = new CouponList.Program(List.of(command));
        return shipped.with(
                shipped.name(), new CouponList(program, list.entry(), list.count(), Duration.ZERO));
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
        Files.writeString(rows, api.printed(store));
        byte[] bytes = said.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        http.stop(0);
        rows.toFile().delete();
    }
}
