package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;
import io.firstcome.testkit.InMemoryLedger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// How a server ends.
class FirstcomeServerTest {
    private static final Duration SHUTDOWN = Duration.ofSeconds(3);

    @TempDir private Path directory;

    @Test
    void callsThatStallOnBothPortsHoldUpTheEndForOneTimeoutOnly() throws Exception {
        FirstcomeServer server = start();
        try (Socket issuing = stall(server.issuePort(), "/issue.v1.IssueService/IssueCoupon");
                Socket admin = stall(server.adminPort(), "/admin.v1.CampaignService/GetCampaign")) {
            long beganNanos = System.nanoTime();
            server.close();
            Duration took = Duration.ofNanos(System.nanoTime() - beganNanos);
            assertThat(took).isBetween(SHUTDOWN.minusMillis(100), SHUTDOWN.multipliedBy(2));
            assertThat(issuing.getInputStream().read()).isNegative();
            assertThat(admin.getInputStream().read()).isNegative();
        }
        start().close();
    }

    @Test
    void whoAsksWhileWhatWasAdmittedIsAnsweredIsToldItIsNotReady() throws Exception {
        FirstcomeServer server = start();
        Thread closing = new Thread(server::close);
        try (Socket _ = stall(server.issuePort(), "/issue.v1.IssueService/IssueCoupon")) {
            closing.start();
            while (readiness(server).startsWith("HTTP/1.1 200")) {
                assertThat(closing.isAlive()).isTrue();
            }
            assertThat(readiness(server)).startsWith("HTTP/1.1 503");
        }
        closing.join();
    }

    /// What a new prober is told.
    private static String readiness(FirstcomeServer server) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.adminPort())) {
            socket.getOutputStream()
                    .write("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        }
    }

    @Test
    void aLedgerThatCanNotBeReadStopsTheStartAndIsClosed() {
        AtomicBoolean isClosed = new AtomicBoolean();
        InMemoryLedger broken =
                new InMemoryLedger(InstantSource.system()) {
                    @Override
                    public synchronized List<Campaign> campaigns(long afterNumber, int limit) {
                        throw LedgerException.notAttempted("on purpose", new IOException());
                    }

                    @Override
                    public void close() {
                        isClosed.set(true);
                    }
                };
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> FirstcomeServer.node(broken, config()))
                .withMessage("on purpose");
        assertThat(isClosed).isTrue();
    }

    private ServerConfig config() {
        return new ServerConfig(
                directory,
                new Listen(InetAddress.getLoopbackAddress(), 0, 0),
                new Timeouts(Duration.ofSeconds(20), SHUTDOWN),
                ServerLimits.DEFAULT,
                null);
    }

    private FirstcomeServer start() throws StartupException {
        return FirstcomeServer.start(config());
    }

    /// A call whose body stops coming once the server has asked for it.
    private static Socket stall(int port, String path) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head =
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\nExpect: 100-continue\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        String proceed = "HTTP/1.1 100 Continue\r\n\r\n";
        assertThat(socket.getInputStream().readNBytes(proceed.length()))
                .asString(US_ASCII)
                .isEqualTo(proceed);
        return socket;
    }
}
