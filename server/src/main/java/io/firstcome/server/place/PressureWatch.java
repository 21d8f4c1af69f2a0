package io.firstcome.server.place;

import io.firstcome.connect.vertx.ConnectServer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Gives the event loops of a server their places ([Placement]) while they and the committer are
/// under [Pressure], and has them run where the system puts them at other times. Where nothing is
/// decided, as nothing is left, they would gain little and, with many connections, lose.
public final class PressureWatch implements AutoCloseable {
    private final ConnectServer server;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pressure-watch").daemon().factory());
    private final Usage loops = new Usage();
    private final Usage committing = new Usage();
    private final Pressure pressure = new Pressure();
    private boolean isPlaced;

    public PressureWatch(ConnectServer server, Thread committer) {
        this.server = server;
        server.onEachEventLoop(_ -> loops.add(Thread.currentThread()));
        committing.add(committer);
    }

    /// Looks from now on, once a second.
    public void start() {
        ScheduledFuture<?> _ = thread.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        settle(Math.min(loops.share(), committing.share()));
    }

    /// @param share of a processor that the committer and each event loop have used in the last
    ///   second, at least
    void settle(double share) {
        boolean isLasting = pressure.afterSecond(share);
        if (isLasting != isPlaced) {
            isPlaced = isLasting;
            server.onEachEventLoop(isLasting ? Placement::takeEventLoop : _ -> Placement.leave());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
