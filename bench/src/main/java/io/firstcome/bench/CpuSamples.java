package io.firstcome.bench;

import io.firstcome.verify.process.ServerProcess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a server and this process have used of the processors, looked at again and again until this
/// is closed.
final class CpuSamples implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final ServerProcess server;
    private final List<Sample> samples = new ArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::look);

    /// One look.
    ///
    /// @param atNanos when, since the epoch
    record Sample(long atNanos, long serverNanos, long generatorNanos) {}

    private CpuSamples(ServerProcess server) {
        this.server = server;
    }

    static CpuSamples start(ServerProcess server) {
        CpuSamples samples = new CpuSamples(server);
        samples.thread.start();
        return samples;
    }

    private void look() {
        try {
            while (!Thread.interrupted()) {
                add();
                Thread.sleep(STEP);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void add() {
        Instant now = Instant.now();
        samples.add(
                new Sample(
                        now.getEpochSecond() * NANOS_PER_SECOND + now.getNano(),
                        server.cpu().toNanos(),
                        Measurement.generatorCpuNanos()));
    }

    /// All of them, in order. To be read when this is closed.
    List<Sample> all() {
        return samples;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }
}
