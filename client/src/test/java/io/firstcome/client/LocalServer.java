package io.firstcome.client;

import com.google.protobuf.Timestamp;

import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.StartupException;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;

/// A real server on free ports of this machine.
final class LocalServer implements AutoCloseable {
    static final Instant LONG_AGO = Instant.parse("2025-06-23T11:57:00Z");

    private final Path dataDirectory;
    private FirstcomeServer server;

    LocalServer(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
        this.server = start(dataDirectory, 0, 0);
    }

    private static FirstcomeServer start(Path dataDirectory, int adminPort, int issuePort) {
        Listen listen = new Listen(InetAddress.getLoopbackAddress(), adminPort, issuePort);
        try {
            return FirstcomeServer.start(
                    new ServerConfig(
                            dataDirectory, listen, Timeouts.DEFAULT, ServerLimits.DEFAULT, null));
        } catch (StartupException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ends it and starts it again on the same ports.
    void restart() {
        int adminPort = server.adminPort();
        int issuePort = server.issuePort();
        server.close();
        server = start(dataDirectory, adminPort, issuePort);
    }

    URI admin() {
        return uri(server.adminPort());
    }

    URI issue() {
        return uri(server.issuePort());
    }

    static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    FirstcomeClient client() {
        return FirstcomeClient.builder().admin(admin()).issue(issue()).build();
    }

    /// The request for a campaign.
    static CreateCampaignRequest campaign(String id, int limit, Instant start) {
        return CreateCampaignRequest.newBuilder()
                .setCampaignId(id)
                .setName("봄")
                .setCouponIssueLimit(limit)
                .setIssuanceStartTime(timestamp(start))
                .build();
    }

    static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}
