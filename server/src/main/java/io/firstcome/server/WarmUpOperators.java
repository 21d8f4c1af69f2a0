package io.firstcome.server;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/// What operators, load balancers and those who watch ask during the drop of the [WarmUp], with
/// other headers, over HTTP/1.1 and HTTP/2, for other answers. Where the compilers had not seen
/// that, the first such call would undo much of what they did for the hot path, and one comes
/// before each drop: a campaign is made.
final class WarmUpOperators implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<String> PAGES = List.of("/readyz", "/metrics");
    private static final String SERVICE = "/admin.v1.CampaignService/";
    private static final String CAMPAIGN =
            """
            {"name": "visit", "couponIssueLimit": 1000, "issuanceStartTime": "9999-12-31T23:59:59Z"}
            """;

    private static final String TIME = "/issue.v1.IssueService/GetServerTime";

    /// Of each on one connection: the first requests on one are read otherwise than later ones.
    private static final int READINGS = 4;

    private final URI admin;
    private final URI issue;
    private final List<HttpClient> clients =
            List.of(client(Version.HTTP_1_1), client(Version.HTTP_2));

    WarmUpOperators(InetAddress address, int adminPort, int issuePort) {
        this.admin = URI.create("http://" + host(address) + ":" + adminPort);
        this.issue = URI.create("http://" + host(address) + ":" + issuePort);
    }

    private static String host(InetAddress address) {
        String host = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + host + "]" : host;
    }

    private static HttpClient client(Version version) {
        return HttpClient.newBuilder().version(version).connectTimeout(PATIENCE).build();
    }

    /// Each of them reads the time, asks everything once, and makes a campaign.
    void ask() throws IOException {
        for (HttpClient client : clients) {
            for (int reading = 0; reading < READINGS; reading++) {
                send(client, post(issue.resolve(TIME), "{}"));
            }
            for (String page : PAGES) {
                send(client, request(admin.resolve(page)).build());
            }
            send(client, call("CreateCampaign", CAMPAIGN));
            send(client, call("ListCampaigns", "{}"));
        }
    }

    private HttpRequest call(String method, String body) {
        return post(admin.resolve(SERVICE + method), body);
    }

    private static HttpRequest post(URI uri, String body) {
        return request(uri)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(PATIENCE);
    }

    private static void send(HttpClient client, HttpRequest request) throws IOException {
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IOException(request.uri() + ": " + status + " (expected: 200)");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        clients.forEach(HttpClient::close);
    }
}
