package io.firstcome.server.place;

import io.firstcome.connect.vertx.ConnectServer;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Gives the event loops of a server their places ([Placement]) while they and the committer are
/// under [Pressure], and sees that the committer has one, too ([CommitterPlace]); has them run
/// where the system puts them at other times. Where nothing is decided, as nothing is left, they
/// would gain little and, with many connections, lose.
public final class PressureWatch implements AutoCloseable {
    /// At the committer, while there are places.
    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final ConnectServer server;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pressure-watch").daemon().factory());
    private final Usage loops = new Usage();
    private final Usage committing = new Usage();
    private final Pressure pressure = new Pressure();
    private final IntSupplier committerThread;
    private @Nullable Placed placed;

    /// @param committerThread the system's number of its thread, [Placement#NOBODY] when it has
    ///   none
    public PressureWatch(ConnectServer server, Thread committer, IntSupplier committerThread) {
        this.server = server;
        this.committerThread = committerThread;
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
        Placed before = placed;
        if (isLasting && before == null) {
            placed = take();
        } else if (!isLasting && before != null) {
            leave(before);
            placed = null;
        }
    }

    private Placed take() {
        CommitterPlace committer = new CommitterPlace(committerThread.getAsInt());
        server.onEachEventLoop(number -> {
            Placement.takeEventLoop(number);
            committer.addEventLoop(number, Placement.thisThread());
        });
        ScheduledFuture<?> looking =
                thread.scheduleWithFixedDelay(
                        committer::look,
                        MILLIS_BETWEEN_LOOKS,
                        MILLIS_BETWEEN_LOOKS,
                        TimeUnit.MILLISECONDS);
        return new Placed(committer, looking);
    }

    private void leave(Placed before) {
        before.looking.cancel(false);
        before.committer.leave();
        server.onEachEventLoop(_ -> Placement.leave());
    }

    private record Placed(CommitterPlace committer, ScheduledFuture<?> looking) {}

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
