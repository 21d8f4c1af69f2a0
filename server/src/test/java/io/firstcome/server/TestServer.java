package io.firstcome.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.firstcome.server.config.Role;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A real server on free ports, and a client that speaks JSON to it.
final class TestServer implements AutoCloseable {
    private static final String CAMPAIGNS = "/admin.v1.CampaignService/";
    private static final String ISSUES = "/issue.v1.IssueService/";

    private static final Timeouts TIMEOUTS =
            new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final FirstcomeServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TestServer(Path dataDirectory) {
        this(dataDirectory, new Listen(InetAddress.getLoopbackAddress(), 0, 0));
    }

    TestServer(Path dataDirectory, Listen listen) {
        this(new ServerConfig(dataDirectory, listen, TIMEOUTS, ServerLimits.DEFAULT, null));
    }

    /// A node of a shared ledger.
    TestServer(Path dataDirectory, DatabaseAddress database, Role role) {
        this(
                new ServerConfig(
                        dataDirectory,
                        new Listen(InetAddress.getLoopbackAddress(), 0, 0),
                        TIMEOUTS,
                        ServerLimits.DEFAULT,
                        null,
                        database,
                        role,
                        Protection.NONE));
    }

    /// One that is protected.
    TestServer(Path dataDirectory, Protection protection) {
        this(
                new ServerConfig(
                                dataDirectory,
                                new Listen(InetAddress.getLoopbackAddress(), 0, 0),
                                TIMEOUTS,
                                ServerLimits.DEFAULT,
                                null)
                        .with(protection));
    }

    private TestServer(ServerConfig config) {
        try {
            server = FirstcomeServer.start(config);
        } catch (StartupException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An answer: the HTTP status and the JSON body.
    record Answer(int status, JsonObject body) {
        /// The reason of the error's ErrorInfo.
        String reason() {
            return detail("google.rpc.ErrorInfo").get("reason").getAsString();
        }

        /// The readable form of a detail of the error.
        JsonObject detail(String type) {
            for (var detail : body.getAsJsonArray("details")) {
                if (detail.getAsJsonObject().get("type").getAsString().equals(type)) {
                    return detail.getAsJsonObject().getAsJsonObject("debug");
                }
            }
            throw new AssertionError("no " + type + " in " + body);
        }

        JsonObject coupon() {
            return body.getAsJsonObject("coupon");
        }

        JsonObject campaign() {
            return body.getAsJsonObject("campaign");
        }
    }

    /// Creates an open campaign.
    ///
    /// @param limit 0 for unlimited
    void createOpen(String id, int limit) {
        create(id, limit, Instant.parse("2025-06-23T11:57:00Z"));
    }

    void create(String id, int limit, Instant start) {
        String terms = limit == 0 ? "" : ",\"couponIssueLimit\":" + limit;
        Answer answer =
                campaigns(
                        "CreateCampaign",
                        """
                        {"campaignId":"%s","name":"시험","issuanceStartTime":"%s"%s}
                        """
                                .formatted(id, start, terms));
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
    }

    Answer campaigns(String method, String json) {
        return await(post(server.adminPort(), CAMPAIGNS + method, json));
    }

    Answer issues(String method, String json) {
        return await(post(server.issuePort(), ISSUES + method, json));
    }

    Answer issue(String campaign, String user) {
        return await(issueLater(campaign, user));
    }

    CompletableFuture<Answer> issueLater(String campaign, String user) {
        String json = "{\"campaignId\":\"%s\",\"userId\":\"%s\"}".formatted(campaign, user);
        return post(server.issuePort(), ISSUES + "IssueCoupon", json);
    }

    private CompletableFuture<Answer> post(int port, String path, String json) {
        HttpRequest request =
                HttpRequest.newBuilder(uri(port, path))
                        .header("Content-Type", "application/json")
                        .header("Connect-Protocol-Version", "1")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(TestServer::answer);
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(), JsonParser.parseString(response.body()).getAsJsonObject());
    }

    /// The status and body of a GET on the admin port.
    HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(uri(server.adminPort(), path)).build();
        return await(client.sendAsync(request, BodyHandlers.ofString()));
    }

    int adminPort() {
        return server.adminPort();
    }

    int issuePort() {
        return server.issuePort();
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
