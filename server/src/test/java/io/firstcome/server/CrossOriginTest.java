package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.server.config.ServerConfig.Listen;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;

/// What browsers are told of pages of other origins.
class CrossOriginTest {
    private static final String SHOP = "https://shop.example";
    private static final String ISSUE = "/issue.v1.IssueService/IssueCoupon";
    private static final String ALLOWED = "access-control-allow-origin";

    @TempDir private Path directory;

    private TestServer server(String... origins) {
        return new TestServer(
                directory,
                new Listen(InetAddress.getLoopbackAddress(), 0, 0, false, Set.of(origins)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ISSUE, "/v1/campaigns/drop/coupons", "/coupons/issue"})
    void aPageOfAnOriginThatIsAllowedMayAskAndReadTheAnswer(String path) {
        try (TestServer server = server(SHOP);
                Rest issue = new Rest(server.issuePort())) {
            Rest.Answer preflight = preflight(issue, path, SHOP);
            assertThat(preflight.status()).isEqualTo(204);
            assertThat(preflight.header(ALLOWED)).isEqualTo(SHOP);
            assertThat(preflight.header("access-control-allow-methods")).contains("POST");
            assertThat(preflight.header("access-control-allow-headers"))
                    .isEqualTo("content-type,connect-protocol-version");
            assertThat(preflight.response().headers().allValues("vary")).contains("origin");
            Rest.Answer answer = issue.send("POST", path, "{}", "origin", SHOP);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header(ALLOWED)).isEqualTo(SHOP);
            assertThat(answer.header("access-control-expose-headers")).isEqualTo("*");
            assertThat(answer.response().headers().allValues("vary")).contains("origin");
        }
    }

    @Test
    void aPageOfAnotherOriginMayNot() {
        try (TestServer server = server(SHOP);
                Rest issue = new Rest(server.issuePort())) {
            Rest.Answer preflight = preflight(issue, ISSUE, "https://other.example");
            assertThat(preflight.status()).isEqualTo(405);
            assertThat(preflight.header(ALLOWED)).isEmpty();
            Rest.Answer answer = issue.send("POST", ISSUE, "{}", "origin", "https://other.example");
            assertThat(answer.header(ALLOWED)).isEmpty();
            assertThat(answer.header("vary")).isEqualTo("origin");
        }
    }

    @Test
    void aStarAllowsAll() {
        try (TestServer server = server("*");
                Rest issue = new Rest(server.issuePort())) {
            assertThat(preflight(issue, ISSUE, SHOP).header(ALLOWED)).isEqualTo("*");
            assertThat(issue.send("GET", "/v1/server-time", "", "origin", SHOP).header(ALLOWED))
                    .isEqualTo("*");
        }
    }

    @Test
    void noneIsAllowedUnlessSaidAndOfTheAdminApiNever() {
        try (TestServer server = server();
                Rest issue = new Rest(server.issuePort())) {
            assertThat(preflight(issue, ISSUE, SHOP).status()).isEqualTo(405);
            assertThat(issue.get("/v1/server-time").header("vary")).isEmpty();
        }
        try (TestServer server = server("*");
                Rest admin = new Rest(server.adminPort())) {
            Rest.Answer preflight = preflight(admin, "/v1/campaigns", SHOP);
            assertThat(preflight.header(ALLOWED)).isEmpty();
        }
    }

    private static Rest.Answer preflight(Rest port, String path, String origin) {
        return port.send(
                "OPTIONS",
                path,
                "",
                "origin",
                origin,
                "access-control-request-method",
                "POST",
                "access-control-request-headers",
                "content-type,connect-protocol-version");
    }
}
