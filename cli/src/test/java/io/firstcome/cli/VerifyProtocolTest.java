package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;

/// `verify` against Firstcome itself, which demands a key.
@Timeout(120)
class VerifyProtocolTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"json", "proto", "grpc", "rest"})
    void everyPromiseIsKeptInEveryProtocol(String protocol) throws Exception {
        Listen listen = new Listen(InetAddress.getLoopbackAddress(), 0, 0);
        ServerConfig config =
                new ServerConfig(directory, listen, Timeouts.DEFAULT, ServerLimits.DEFAULT, null)
                        .with(new Protection(true, null));
        Run made = Cli.run("key", "create", "--role", "admin", "--data-dir", directory.toString());
        Map<String, String> environment = Map.of("FIRSTCOME_KEY", made.out().strip());
        try (FirstcomeServer server = FirstcomeServer.start(config)) {
            String urls =
                    "--admin http://127.0.0.1:%d --issue http://127.0.0.1:%d"
                            .formatted(server.adminPort(), server.issuePort());
            String crowd = " --coupons 50 --users 300 --asks 3 --connections 8 --lead 1 --seed 7";
            String manners = " --slow 5 --vanishing 5 --protocol " + protocol;
            Run run = Cli.run(environment, ("verify " + urls + crowd + manners).split(" "));

            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .contains("50 coupons of 50", "300 of 300 users got a clear answer")
                    .contains(" vanished")
                    .contains("PASS: ");
            assertThat(run.exitCode()).isZero();
        }
    }
}
