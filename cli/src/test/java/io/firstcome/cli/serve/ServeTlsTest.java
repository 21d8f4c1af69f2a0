package io.firstcome.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.util.JsonFormat;

import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.testkit.TestCertificate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLHandshakeException;

/// `serve` as a process of its own, with a certificate, that demands keys.
@Timeout(120)
class ServeTlsTest {
    private static final String ISSUE = "/issue.v1.IssueService/IssueCoupon";

    @TempDir Path directory;

    private final TestCertificate certificate = TestCertificate.make("EC");
    private Path certificateFile = Path.of("");
    private Path keyFile = Path.of("");
    private String key = "";

    @BeforeEach
    void prepare() throws IOException {
        certificateFile = directory.resolve("server.pem");
        keyFile = directory.resolve("server.key");
        certificate.write(certificateFile, keyFile);
        key = run("key", "create", "--role", "admin", "--data-dir", data().toString()).strip();
    }

    private Path data() {
        return directory.resolve("data");
    }

    private ServeProcess serve() throws IOException {
        return ServeProcess.start(
                data(),
                List.of(),
                Map.of(
                        "FIRSTCOME_TLS_CERTIFICATE", certificateFile.toString(),
                        "FIRSTCOME_TLS_KEY", keyFile.toString(),
                        "FIRSTCOME_REQUIRE_KEYS", "true"));
    }

    private String run(String... args) {
        Map<String, String> environment =
                Map.of("FIRSTCOME_KEY", key, "FIRSTCOME_CA", certificateFile.toString());
        Run run = Cli.run(environment, args);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }

    private static HttpClient client(TestCertificate trusted) {
        return HttpClient.newBuilder().sslContext(trusted.trust()).build();
    }

    private HttpRequest.Builder post(URI server, String path, String type, byte[] body) {
        return HttpRequest.newBuilder(server.resolve(path))
                .header("authorization", "Bearer " + key)
                .header("content-type", type)
                .POST(BodyPublishers.ofByteArray(body));
    }

    @Test
    void itIsSpokenToInEveryProtocolWithAKey() throws Exception {
        try (ServeProcess server = serve();
                HttpClient http = client(certificate)) {
            URI admin = server.place("admin");
            URI issue = server.place("issue");
            assertThat(List.of(admin, issue))
                    .allSatisfy(place -> assertThat(place.toString()).startsWith("https://"));
            run(("campaign create 한정 --id d --coupons 1 --start now --admin " + admin).split(" "));
            String told = run("issue", "d", "kim", "--issue", issue.toString());

            String ask = "{\"campaignId\":\"d\",\"userId\":\"kim\"}";
            HttpRequest.Builder json = post(issue, ISSUE, "application/json", ask.getBytes(UTF_8));
            String code = codeOf(text(http, json.version(Version.HTTP_1_1)));
            assertThat(told).contains(code);
            assertThat(codeOf(text(http, json.version(Version.HTTP_2)))).isEqualTo(code);
            HttpRequest.Builder rest =
                    post(issue, "/v1/campaigns/d/coupons", "application/json", ask.getBytes(UTF_8));
            assertThat(codeOf(text(http, rest))).isEqualTo(code);
            assertThat(grpc(http, issue).getCoupon().getCode()).isEqualTo(code);
            HttpRequest unknown =
                    json.copy().setHeader("authorization", "Bearer " + key + "x").build();
            assertThat(http.send(unknown, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        }
    }

    private static String text(HttpClient http, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        request.build().version().ifPresent(v -> assertThat(response.version()).isEqualTo(v));
        return response.body();
    }

    private static String codeOf(String json) throws IOException {
        IssueCouponResponse.Builder response = IssueCouponResponse.newBuilder();
        JsonFormat.parser().merge(json, response);
        return response.getCoupon().getCode();
    }

    private IssueCouponResponse grpc(HttpClient http, URI issue) throws Exception {
        byte[] ask =
                IssueCouponRequest.newBuilder()
                        .setCampaignId("d")
                        .setUserId("kim")
                        .build()
                        .toByteArray();
        ByteBuffer frame = ByteBuffer.allocate(5 + ask.length).put((byte) 0).putInt(ask.length);
        HttpRequest request =
                post(issue, ISSUE, "application/grpc", frame.put(ask).array())
                        .header("te", "trailers")
                        .version(Version.HTTP_2)
                        .build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        assertThat(response.version()).isEqualTo(Version.HTTP_2);
        int length = ByteBuffer.wrap(response.body()).getInt(1);
        return IssueCouponResponse.parseFrom(ByteBuffer.wrap(response.body(), 5, length));
    }

    @Test
    void aCertificateThatIsReplacedIsTakenWithoutARestart() throws Exception {
        TestCertificate next = TestCertificate.make("RSA");
        try (ServeProcess server = serve()) {
            URI ready = server.place("admin").resolve("/readyz");
            assertThat(status(certificate, ready)).isEqualTo(200);
            assertThatThrownBy(() -> status(next, ready)).isInstanceOf(SSLHandshakeException.class);

            next.write(certificateFile, keyFile);
            server.warningWith("get the certificate as replaced");

            assertThat(status(next, ready)).isEqualTo(200);
            assertThatThrownBy(() -> status(certificate, ready))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void aKeyOfAnotherCertificateIsToldAndChangesNothing() throws Exception {
        TestCertificate other = TestCertificate.make("EC");
        try (ServeProcess server = serve()) {
            URI ready = server.place("admin").resolve("/readyz");
            Files.writeString(keyFile, other.key());
            assertThat(server.warningWith("tls-key: " + keyFile))
                    .contains("stay as they were", "expected: the key of the certificate in");
            assertThat(status(certificate, ready)).isEqualTo(200);

            other.write(certificateFile, keyFile);
            server.warningWith("get the certificate as replaced");
            assertThat(status(other, ready)).isEqualTo(200);
        }
    }

    @Test
    void nothingIsStartedWithACertificateThatHasExpired() throws Exception {
        TestCertificate.expired().write(certificateFile, keyFile);
        try (ServeProcess server = serve()) {
            assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.process().exitValue()).isEqualTo(1);
            assertThat(server.process().errorReader(UTF_8).lines())
                    .singleElement()
                    .asString()
                    .startsWith("tls-certificate: " + certificateFile)
                    .endsWith("(expected: one that is valid now)");
        }
    }

    private static int status(TestCertificate trusted, URI url) throws Exception {
        try (HttpClient http = client(trusted)) {
            HttpRequest request = HttpRequest.newBuilder(url).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }
}
