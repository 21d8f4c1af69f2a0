package io.firstcome.bench;

import io.firstcome.verify.process.ServerProcess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// What a server and this process have used of the processors, looked at again and again until this
/// is closed.
final class CpuSamples implements AutoCloseable {
    private static final long STEP_MILLIS = 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final ServerProcess server;
    private final List<Sample> samples = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /// One look.
    ///
    /// @param atNanos when, since the epoch
    record Sample(long atNanos, long serverNanos, long generatorNanos) {}

    private CpuSamples(ServerProcess server) {
        this.server = server;
    }

    static CpuSamples start(ServerProcess server) {
        CpuSamples samples = new CpuSamples(server);
        ScheduledFuture<?> _ =
                samples.thread.scheduleAtFixedRate(
                        samples::add, 0, STEP_MILLIS, TimeUnit.MILLISECONDS);
        return samples;
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
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
