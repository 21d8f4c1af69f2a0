package io.firstcome.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firstcome.verify.client.Json;
import io.firstcome.verify.process.JavaCommand;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A process that is started like Firstcome and speaks as much of its API as the benchmark uses. It
/// may lie about how much it issued.
final class ToyNode {
    private static final String LIE = "toy.lie";

    private final boolean lies = Boolean.getBoolean(LIE);
    private final Map<String, Stock> campaigns = new HashMap<>();

    private ToyNode() {}

    /// The command that runs it.
    static List<String> launcher(boolean lies) {
        List<String> command = new ArrayList<>(JavaCommand.of(ToyNode.class.getName()));
        command.add(1, "-D" + LIE + "=" + lies);
        return command;
    }

    public static void main(String[] arguments) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        List<String> words = List.of(arguments);
        ToyNode node = new ToyNode();
        node.listen(Integer.parseInt(words.get(words.indexOf("--admin-port") + 1)));
        node.listen(Integer.parseInt(words.get(words.indexOf("--issue-port") + 1)));
    }

    private void listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 100);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String reply = answer(exchange.getRequestURI().getPath(), request);
        byte[] bytes = reply.getBytes(UTF_8);
        exchange.sendResponseHeaders(reply.contains("SOLD_OUT") ? 429 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized String answer(String path, String request) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "readyz" -> "ready";
            case "GetServerTime" -> "{}";
            case "CreateCampaign" -> create(Json.parse(request));
            case "GetCampaign" -> "{\"campaign\":{\"issuedCount\":" + told(request) + "}}";
            default -> stock(request).issue();
        };
    }

    private String create(Json request) {
        Json chosen = request.get("campaignId");
        String id = chosen.isPresent() ? chosen.text() : "toy-" + campaigns.size();
        campaigns.put(id, new Stock(request.get("couponIssueLimit").number()));
        return "{\"campaignId\":" + Json.quote(id) + "}";
    }

    private long told(String request) {
        long issued = stock(request).issued;
        return lies ? issued / 2 : issued;
    }

    private Stock stock(String request) {
        return Objects.requireNonNull(campaigns.get(Json.parse(request).get("campaignId").text()));
    }

    /// The coupons of one campaign.
    private static final class Stock {
        private final long limit;
        private long issued;

        Stock(long limit) {
            this.limit = limit;
        }

        String issue() {
            if (issued == limit) {
                return "{\"details\":[{\"debug\":{\"reason\":\"SOLD_OUT\"}}]}";
            }
            issued++;
            return "{\"coupon\":{\"ordinal\":" + issued + "}}";
        }
    }
}
