package io.firstcome.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.firstcome.verify.client.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A server that speaks as much of the API as `verify` uses, rightly or with one fault, and can
/// crash and come back with its data.
final class ToyServer implements AutoCloseable {
    static {
        // without it every reply waits for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int PAGE_SIZE = 20;

    private final ToyCampaign.Fault fault;
    private final Map<String, ToyCampaign> campaigns = new HashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer http;
    private int requestsUntilCrash = Integer.MAX_VALUE;
    private boolean comesBack = true;
    private int asked;

    ToyServer(ToyCampaign.Fault fault) {
        this.fault = fault;
        http = listen(0);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// Crashes when this many coupons have been asked for from now on, and comes back soon.
    synchronized void crashAfter(int requests) {
        requestsUntilCrash = requests;
    }

    /// Ends for good when this many coupons have been asked for from now on.
    synchronized void endAfter(int requests) {
        requestsUntilCrash = requests;
        comesBack = false;
    }

    /// How many times a coupon was asked for.
    synchronized int asked() {
        return asked;
    }

    synchronized boolean crashed() {
        return requestsUntilCrash < 0;
    }

    private HttpServer listen(int port) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 100);
            server.setExecutor(threads);
            server.createContext("/", this::handle);
            server.start();
            return server;
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        ToyDialect dialect =
                ToyDialect.of(path, exchange.getRequestHeaders().getFirst("Content-Type"));
        String answer = answer(path, dialect.request(path, body));
        boolean refused = answer.startsWith("{\"code\"");
        byte[] reply = dialect.answer(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(refused ? 429 : 200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    private synchronized String answer(String path, Json request) {
        if (path.startsWith("/v1/")) {
            return issue(request);
        }
        return switch (path) {
            case "/issue.v1.IssueService/GetServerTime" ->
                    "{\"serverTime\":\"" + Instant.now() + "\"}";
            case "/issue.v1.IssueService/IssueCoupon" -> issue(request);
            case "/admin.v1.CampaignService/CreateCampaign" -> create(request);
            case "/admin.v1.CampaignService/GetCampaign" -> get(campaign(request));
            case "/admin.v1.CampaignService/ListCoupons" ->
                    list(campaign(request), request.get("pageToken").text());
            default -> ToyCampaign.refusal("unimplemented", "");
        };
    }

    private String issue(Json request) {
        asked++;
        if (requestsUntilCrash-- == 0) {
            Thread.ofPlatform().daemon().start(this::crash);
        }
        return campaign(request).issue(request.get("userId").text());
    }

    private void crash() {
        int port = http.getAddress().getPort();
        http.stop(0);
        if (comesBack) {
            http = listen(port);
        }
    }

    private String create(Json request) {
        Instant start = OffsetDateTime.parse(request.get("issuanceStartTime").text()).toInstant();
        Json end = request.get("issuanceEndTime");
        long limit = request.get("couponIssueLimit").number();
        String id = "campaign-" + (campaigns.size() + 1);
        Instant ending = end.isPresent() ? Instant.parse(end.text()) : null;
        campaigns.put(id, new ToyCampaign(id, limit, start, ending, fault));
        return "{\"campaignId\":\"" + id + "\"}";
    }

    private String get(ToyCampaign campaign) {
        String codes =
                campaign.listed().stream()
                        .map(coupon -> Json.quote(coupon.code()))
                        .collect(Collectors.joining(","));
        return "{\"campaign\":{\"couponIssueLimit\":%d,\"issuanceStartTime\":\"%s\","
                        .formatted(campaign.limit, campaign.start)
                + "\"issuedCount\":%d},\"couponCodes\":[%s]}"
                        .formatted(campaign.issuedCount(), codes);
    }

    private static String list(ToyCampaign campaign, String pageToken) {
        List<String> coupons = campaign.listed().stream().map(ToyCampaign::json).toList();
        int from = pageToken.isEmpty() ? 0 : Integer.parseInt(pageToken);
        int to = Math.min(coupons.size(), from + PAGE_SIZE);
        String next = to < coupons.size() ? ",\"nextPageToken\":\"" + to + "\"" : "";
        return "{\"coupons\":[" + String.join(",", coupons.subList(from, to)) + "]" + next + "}";
    }

    private ToyCampaign campaign(Json request) {
        ToyCampaign campaign = campaigns.get(request.get("campaignId").text());
        if (campaign == null) {
            throw new IllegalArgumentException("campaignId: unknown (expected: a known one)");
        }
        return campaign;
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
