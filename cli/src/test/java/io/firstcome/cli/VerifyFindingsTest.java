package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.StartupException;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;

/// `verify` against Firstcome itself: what it keeps, and what it is blamed for behind a front that
/// breaks it.
@Timeout(120)
class VerifyFindingsTest {
    @TempDir private Path directory;

    private FirstcomeServer server() throws StartupException {
        Listen listen = new Listen(InetAddress.getLoopbackAddress(), 0, 0);
        return FirstcomeServer.start(
                new ServerConfig(directory, listen, Timeouts.DEFAULT, ServerLimits.DEFAULT, null));
    }

    private static Run verify(int adminPort, int issuePort, String how) {
        String urls =
                "--admin http://127.0.0.1:%d --issue http://127.0.0.1:%d"
                        .formatted(adminPort, issuePort);
        String crowd = " --users 300 --asks 3 --connections 8 --lead 1 --seed 7 ";
        return Cli.run(("verify " + urls + crowd + how).split(" "));
    }

    private static List<String> broken(Run run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("  FAIL  "))
                .map(line -> line.substring(8, 37).strip())
                .toList();
    }

    /// Nobody who comes after the end gets a coupon, though there is one for everybody.
    @Test
    void aCampaignThatEndsInTheMiddleOfTheTrafficKeepsEveryPromise() throws Exception {
        try (FirstcomeServer server = server()) {
            Run run =
                    verify(
                            server.adminPort(),
                            server.issuePort(),
                            "--coupons 300 --ends-after 2 --profile constant --rate 600");
            assertThat(run.out())
                    .contains(", ending at ", "  PASS  Nothing outside the window")
                    .containsPattern("\\R  ended +[1-9]")
                    .containsPattern("\\R  new coupon +[1-9]");
            assertThat(broken(run)).isEmpty();
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void aFaultIsFoundOverGrpc() throws Exception {
        try (FirstcomeServer server = server();
                ForgetfulFront front = new ForgetfulFront(server.issuePort())) {
            Run run = verify(server.adminPort(), front.port(), "--coupons 50 --protocol grpc");
            assertThat(broken(run)).containsExactly("Same answer", "Ack means durable");
            assertThat(run.out()).contains("protocol grpc;", "50 coupons of 50");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }
}
