package io.firstcome.verify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;

class ServerProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path directory;

    @Test
    void processRunsIsMeasuredAndEndsWhenAsked() throws InterruptedException {
        ServerProcess process = start();
        process.await(() -> process.logTail().contains("busy"), LIMIT);
        assertThat(process.isAlive()).isTrue();
        assertThat(process.cpu()).isPositive();
        assertThat(process.stop()).isEqualTo(143);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void killedProcessIsGone() throws InterruptedException {
        try (ServerProcess process = start()) {
            process.kill();
            assertThat(process.isAlive()).isFalse();
            assertThat(ProcessHandle.of(process.pid())).isEmpty();
        }
    }

    @Test
    void earlyEndIsToldWithTheOutput() throws InterruptedException {
        try (ServerProcess process = ServerProcess.start(JavaCommand.of("no.such.Main"), log())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> process.await(() -> false, LIMIT))
                    .withMessageContaining("server ended")
                    .withMessageContaining("no.such.Main");
        }
    }

    @Test
    void waitingHasAnEnd() throws InterruptedException {
        try (ServerProcess process = start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> process.await(() -> false, Duration.ofMillis(50)))
                    .withMessageContaining("not ready in PT0.05S");
        }
    }

    private ServerProcess start() {
        return ServerProcess.start(JavaCommand.of(BusyMain.class.getName()), log());
    }

    private Path log() {
        return directory.resolve("server.log");
    }
}
