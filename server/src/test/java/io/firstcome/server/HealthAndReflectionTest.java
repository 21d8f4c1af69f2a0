package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;

import io.firstcome.server.config.ServerConfig.Listen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What tools of gRPC ask any server.
@Timeout(60)
class HealthAndReflectionTest {
    private static final String REFLECTION =
            "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";

    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "issue.v1.IssueService", "admin.v1.CampaignService"})
    void bothPortsTellTheirHealth(String service) throws IOException {
        try (TestServer server = new TestServer(directory)) {
            for (int port : List.of(server.adminPort(), server.issuePort())) {
                try (ServerStream watch = watch(port, service);
                        Rest rest = new Rest(port)) {
                    awaitServing(watch);
                    Rest.Answer check =
                            rest.send("POST", "/grpc.health.v1.Health/Check", question(service));
                    assertThat(check.text("status")).isEqualTo("SERVING");
                }
            }
        }
    }

    @Test
    void aServerThatStopsTellsAndEndsWhoWatches() throws IOException {
        TestServer server = new TestServer(directory);
        try (ServerStream watch = watch(server.issuePort(), "")) {
            awaitServing(watch);
            server.close();
            assertThat(status(watch.next())).isEqualTo("NOT_SERVING");
            assertThat(watch.isEnd(watch.next())).isTrue();
        }
    }

    private static ServerStream watch(int port, String service) throws IOException {
        return new ServerStream(port, "/grpc.health.v1.Health/Watch", question(service));
    }

    private static String question(String service) {
        return "{\"service\":\"" + service + "\"}";
    }

    private static void awaitServing(ServerStream watch) throws IOException {
        String status = status(watch.next());
        while (!status.equals("SERVING")) {
            assertThat(status).isEqualTo("NOT_SERVING");
            status = status(watch.next());
        }
    }

    private static String status(JsonObject told) {
        return told.get("status").getAsString();
    }

    @Test
    void whatIsServedIsToldOnlyIfSoSet() throws IOException {
        try (TestServer server = new TestServer(directory);
                Rest issue = new Rest(server.issuePort())) {
            assertThat(issue.send("POST", REFLECTION, "{}").status()).isEqualTo(404);
        }
        Listen listen = new Listen(InetAddress.getLoopbackAddress(), 0, 0, true, Set.of());
        try (TestServer server = new TestServer(directory, listen)) {
            assertThat(services(server.issuePort()))
                    .contains("issue.v1.IssueService", "grpc.health.v1.Health")
                    .doesNotContain("admin.v1.CampaignService");
            assertThat(services(server.adminPort())).contains("admin.v1.CampaignService");
        }
    }

    private static String services(int port) throws IOException {
        try (ServerStream stream = new ServerStream(port, REFLECTION, "{\"listServices\":\"\"}")) {
            return stream.next().toString();
        }
    }
}
