package io.firstcome.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.core.issue.Limits;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;

class ServerConfigTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void keysAreNeededBeyondLoopbackAndWhereTheyAreAskedFor() {
        assertThat(config("127.0.0.1", false).needsKeys()).isFalse();
        assertThat(config("::1", false).needsKeys()).isFalse();
        assertThat(config("127.0.0.1", true).needsKeys()).isTrue();
        assertThat(config("0.0.0.0", false).needsKeys()).isTrue();
        assertThat(config("::", false).needsKeys()).isTrue();
        assertThat(config("10.0.0.1", false).needsKeys()).isTrue();
    }

    private static ServerConfig config(String bind, boolean requireKeys) {
        return new ServerConfig(
                        Path.of("d"),
                        new Listen(InetAddress.ofLiteral(bind), 1, 2),
                        Timeouts.DEFAULT,
                        ServerLimits.DEFAULT,
                        null)
                .with(new Protection(requireKeys, null));
    }

    @Test
    void portsAreInRangeAndDifferentUnlessAnyWillDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listen(LOOPBACK, 65_536, 2))
                .withMessage("admin-port: 65536 (expected: 0 to 65535)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Listen(LOOPBACK, 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Listen(LOOPBACK, 7, 7));
        assertThat(new Listen(LOOPBACK, 0, 0).adminPort()).isZero();
    }

    @Test
    void everybodyWithAConnectionMayWaitForTheOpening() {
        assertThat(ServerLimits.DEFAULT.issuing().waitingPerCampaignMax())
                .isGreaterThanOrEqualTo(ServerLimits.DEFAULT.connectionsMax());
    }

    @Test
    void aRequestHasTimeAndAShutdownMayHaveNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(Duration.ZERO, Duration.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(Duration.ofSeconds(1), Duration.ofMillis(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(Duration.ofHours(25), Duration.ZERO))
                .withMessage("request-timeout: PT25H (expected: above 0, to PT24H)");
        assertThat(new Timeouts(Duration.ofMillis(1), Duration.ZERO).shutdown()).isZero();
        assertThat(Timeouts.DEFAULT.drain()).isZero();
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeouts(second, second, second.negated()))
                .withMessage("drain-time: PT-1S (expected: 0 to PT24H)");
    }

    @Test
    void limitsAreAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerLimits(Limits.DEFAULT, 0, 1))
                .withMessageStartingWith("limits.connections-max: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerLimits(Limits.DEFAULT, 1, 0))
                .withMessageStartingWith("limits.campaigns-max: 0");
    }
}
