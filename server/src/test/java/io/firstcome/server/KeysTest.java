package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.access.ApiRole;
import io.firstcome.ledger.sql.EmbeddedApiKeys;
import io.firstcome.server.config.ServerConfig.Protection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Function;

/// A server that demands keys.
@Timeout(60)
class KeysTest {
    private static final String ISSUE = "/issue.v1.IssueService/IssueCoupon";
    private static final String LIST = "/admin.v1.CampaignService/ListCampaigns";
    private static final String CREATE = "/admin.v1.CampaignService/CreateCampaign";
    private static final String PAUSE = "/admin.v1.CampaignService/PauseCampaign";

    @TempDir private Path directory;
    private TestServer server;
    private String admin;
    private String issuer;

    /// Over HTTP/1.1, where a request does not name HTTP/2: the JDK's client loses long answers
    /// that follow a switch to it at once.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void start() {
        admin = make(ApiRole.ADMIN);
        issuer = make(ApiRole.ISSUER);
        server = new TestServer(directory, new Protection(true, null));
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }

    private String make(ApiRole role) {
        ApiKeySecret secret = ApiKeySecret.make(new SecureRandom());
        return use(keys -> {
            keys.add(new ApiKey(secret.hash(), role, "", 1, null));
            return secret.text();
        });
    }

    private <T> T use(Function<ApiKeys, T> use) {
        return use.apply(EmbeddedApiKeys.openSqlite(directory));
    }

    private HttpResponse<String> send(
            int port, String path, String type, String body, String authorization)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("content-type", type)
                        .header("te", "trailers")
                        .version(
                                type.equals("application/grpc")
                                        ? HttpClient.Version.HTTP_2
                                        : HttpClient.Version.HTTP_1_1)
                        .POST(BodyPublishers.ofString(body, ISO_8859_1));
        if (!authorization.isEmpty()) {
            request.header("authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private int ask(String path, String body, String authorization) throws Exception {
        int port = path.contains("admin") ? server.adminPort() : server.issuePort();
        return send(port, path, "application/json", body, authorization).statusCode();
    }

    @Test
    void eachRoleOpensWhatItIsFor() throws Exception {
        String nobody = "{\"campaignId\":\"none\",\"userId\":\"kim\"}";
        assertThat(ask(LIST, "{}", "Bearer " + admin)).isEqualTo(200);
        assertThat(ask(ISSUE, nobody, "Bearer " + admin)).isEqualTo(404);
        assertThat(ask(ISSUE, nobody, "Bearer " + issuer)).isEqualTo(404);
        HttpResponse<String> refused =
                send(server.adminPort(), LIST, "application/json", "{}", "Bearer " + issuer);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("permission_denied", "FORBIDDEN", "admin 역할");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer firstcome_x", "Basic a2ltOnB3", "x"})
    void whoHasNoKeyIsToldWhatIsExpected(String authorization) throws Exception {
        HttpResponse<String> refused =
                send(server.issuePort(), ISSUE, "application/json", "{}", authorization);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(refused.body())
                .contains("unauthenticated", "KEY_REQUIRED", "Authorization: Bearer", "API 키");
    }

    @Test
    void theSchemeIsReadInAnyCase() throws Exception {
        assertThat(ask(LIST, "{}", "bearer  " + admin)).isEqualTo(200);
    }

    /// The error is said in the way of each protocol; that of gRPC is in trailers, which this
    /// client does not show.
    @ParameterizedTest
    @CsvSource({
        "application/json, /issue.v1.IssueService/GetServerTime, 401, unauthenticated",
        "application/proto, /issue.v1.IssueService/GetServerTime, 401, unauthenticated",
        "application/connect+json, /admin.v1.CampaignService/WatchCampaign, 200, unauthenticated",
        "application/grpc, /issue.v1.IssueService/GetServerTime, 200, ''",
        "application/grpc-web, /issue.v1.IssueService/GetServerTime, 200, grpc-status: 16",
        "application/json, /v1/campaigns/none/coupons, 401, KEY_REQUIRED",
        "application/json, /coupons/issue, 401, KEY_REQUIRED"
    })
    void everyProtocolIsShut(String type, String path, int status, String said) throws Exception {
        int port = path.contains("admin") ? server.adminPort() : server.issuePort();
        HttpResponse<String> refused = send(port, path, type, "", "");
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("www-authenticate")).hasValue("Bearer");
        assertThat(refused.body()).contains(said).doesNotContain("serverTime");
        if (said.isEmpty()) {
            assertThat(refused.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/issue.v1.IssueService/GetServerTime?encoding=json&message=%7B%7D&connect=v1",
                "/v1/server-time",
                "/v1/users/kim/coupons"
            })
    void whatIsReadByGetIsShutToo(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.issuePort() + path);
        HttpResponse<String> refused =
                http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        HttpRequest keyed =
                HttpRequest.newBuilder(uri).header("authorization", "Bearer " + issuer).build();
        assertThat(http.send(keyed, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void healthIsToldToEverybodyAndMetricsToWhoHasAKey() throws Exception {
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(server.get("/metrics").statusCode()).isEqualTo(401);
        assertThat(server.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.adminPort() + "/metrics"))
                        .header("authorization", "Bearer " + issuer)
                        .build();
        assertThat(http.send(request, BodyHandlers.ofString()).body()).contains("firstcome_");
        assertThat(ask("/grpc.health.v1.Health/Check", "{}", "")).isEqualTo(200);
    }

    @Test
    void aKeyThatIsMadeOrRevokedIsKnownSoon() throws Exception {
        String late = make(ApiRole.ADMIN);
        await(200, late);
        String id = new ApiKeySecret(admin).hash().substring(0, 12);
        boolean exists = use(keys -> keys.revoke(id, 2));
        assertThat(exists).isTrue();
        await(401, admin);
        assertThat(ask(LIST, "{}", "Bearer " + late)).isEqualTo(200);
    }

    @Test
    void aStreamEndsWithTheKeyThatOpenedItAndOthersGoOn() throws Exception {
        String other = make(ApiRole.ADMIN);
        await(200, other);
        String open =
                "{\"campaignId\":\"d\",\"name\":\"d\","
                        + "\"issuanceStartTime\":\"2025-06-23T11:57:00Z\"}";
        assertThat(ask(CREATE, open, "Bearer " + other)).isEqualTo(200);
        try (InputStream ending = watch("d", admin);
                InputStream going = watch("d", other)) {
            assertThat(line(ending)).contains("\"campaign\"");
            assertThat(line(going)).contains("\"campaign\"");
            boolean exists =
                    use(keys -> keys.revoke(new ApiKeySecret(admin).hash().substring(0, 12), 2));
            assertThat(exists).isTrue();
            assertThat(line(ending)).contains("\"error\"", "KEY_REQUIRED");
            assertThat(ending.read()).isEqualTo(-1);
            assertThat(ask(PAUSE, "{\"campaignId\":\"d\"}", "Bearer " + other)).isEqualTo(200);
            assertThat(line(going)).contains("PAUSED");
        }
    }

    /// A stream over REST, of a line for each message.
    private InputStream watch(String campaign, String key) throws Exception {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/v1/campaigns/%s:watch"
                                .formatted(server.adminPort(), campaign));
        HttpRequest request =
                HttpRequest.newBuilder(uri).header("authorization", "Bearer " + key).build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    private static String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            line.write(next);
        }
        return line.toString(UTF_8);
    }

    @Test
    void howLongAgoTheKeysWereReadIsShown() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + server.adminPort() + "/metrics"))
                        .header("authorization", "Bearer " + issuer)
                        .build();
        String metrics = http.send(request, BodyHandlers.ofString()).body();
        assertThat(metrics.lines().filter(line -> line.startsWith("firstcome_keys_age_seconds ")))
                .singleElement()
                .satisfies(line ->
                        assertThat(Double.parseDouble(line.replaceFirst(".* ", "")))
                                .isBetween(0.0, 5.0));
    }

    private void await(int status, String key) throws Exception {
        while (ask(LIST, "{}", "Bearer " + key) != status) {
            Thread.sleep(20);
        }
    }
}
