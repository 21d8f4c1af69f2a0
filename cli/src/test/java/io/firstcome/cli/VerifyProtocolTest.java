package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.StartupException;
import io.firstcome.server.access.TlsFiles;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;
import io.firstcome.testkit.TestCertificate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// `verify` against Firstcome itself, which demands a key.
@Timeout(120)
class VerifyProtocolTest {
    @TempDir private Path directory;
    private String key = "";

    @BeforeEach
    void makeKey() {
        key =
                Cli.run("key", "create", "--role", "admin", "--data-dir", directory.toString())
                        .out()
                        .strip();
    }

    private FirstcomeServer server(@Nullable TlsFiles tls) throws StartupException {
        Listen listen = new Listen(InetAddress.getLoopbackAddress(), 0, 0);
        ServerConfig config =
                new ServerConfig(directory, listen, Timeouts.DEFAULT, ServerLimits.DEFAULT, null)
                        .with(new Protection(true, tls));
        return FirstcomeServer.start(config);
    }

    private TlsFiles tls() throws IOException {
        TlsFiles files = new TlsFiles(directory.resolve("server.pem"), directory.resolve("key"));
        TestCertificate.make("EC").write(files.certificate(), files.key());
        return files;
    }

    private static Run verify(
            FirstcomeServer server, String scheme, Map<String, String> environment, String how) {
        String urls =
                "--admin %s://127.0.0.1:%d --issue %s://127.0.0.1:%d"
                        .formatted(scheme, server.adminPort(), scheme, server.issuePort());
        String crowd = " --coupons 50 --users 300 --asks 3 --connections 8 --lead 1 --seed 7";
        return Cli.run(environment, ("verify " + urls + crowd + how).split(" "));
    }

    private static void assertPassed(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("50 coupons of 50", "300 of 300 users got a clear answer", "PASS: ");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "proto", "grpc", "rest"})
    void everyPromiseIsKeptInEveryProtocol(String protocol) throws Exception {
        try (FirstcomeServer server = server(null)) {
            String how = " --slow 5 --vanishing 5 --protocol " + protocol;
            Run run = verify(server, "http", Map.of("FIRSTCOME_KEY", key), how);
            assertPassed(run);
            assertThat(run.out()).contains(" vanished");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "proto", "grpc", "rest"})
    void everyPromiseIsKeptInEveryProtocolOverTls(String protocol) throws Exception {
        TlsFiles tls = tls();
        Map<String, String> environment =
                Map.of("FIRSTCOME_KEY", key, "FIRSTCOME_CA", tls.certificate().toString());
        try (FirstcomeServer server = server(tls)) {
            String how = " --slow 5 --vanishing 5 --protocol " + protocol;
            Run run = verify(server, "https", environment, how);
            assertPassed(run);
            assertThat(run.out()).contains(" vanished");
        }
    }

    @Test
    void anAdapterSpeaksTls() throws Exception {
        TlsFiles tls = tls();
        Path adapter =
                Files.writeString(
                        directory.resolve("adapter.yaml"),
                        """
                        name: mine
                        about: Firstcome, as if it were another
                        ask:
                          path: /issue.v1.IssueService/IssueCoupon
                          headers: {Authorization: "Bearer %1$s"}
                          body: '{"campaignId":"${campaign}","userId":"${user}"}'
                        answers:
                          - {status: 200, at: /alreadyIssued, is: "true", means: ISSUED_AGAIN}
                          - {status: 200, means: ISSUED}
                          - {at: "", contains: SOLD_OUT, means: SOLD_OUT}
                          - {at: "", contains: NOT_STARTED, means: NOT_STARTED}
                        coupon: {code: /coupon/code, ordinal: /coupon/ordinal}
                        create:
                          path: /admin.v1.CampaignService/CreateCampaign
                          headers: {Authorization: "Bearer %1$s"}
                          body: >-
                            {"name":"${name}","couponIssueLimit":${coupons},
                            "issuanceStartTime":"${start}"}
                          id: /campaignId
                        """
                                .formatted(key));
        Map<String, String> environment = Map.of("FIRSTCOME_CA", tls.certificate().toString());
        try (FirstcomeServer server = server(tls)) {
            Run run = verify(server, "https", environment, " --adapter " + adapter);
            assertThat(run.out()).contains("300 of 300 users got a clear answer", "PASS: ");
            assertThat(run.exitCode()).as(run.out()).isZero();
        }
    }

    @Test
    void aServerThatIsNotTrustedIsNotAsked() throws Exception {
        TlsFiles tls = tls();
        try (FirstcomeServer server = server(tls)) {
            Run run = verify(server, "https", Map.of("FIRSTCOME_KEY", key), "");
            assertThat(run.out())
                    .contains("does not prove itself", "that FIRSTCOME_CA vouches for");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }
}
