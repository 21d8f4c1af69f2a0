package io.firstcome.server.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How long a thread waits for a processor though it could run, as Linux counts it
/// (`/proc/[pid]/task/[tid]/schedstat`).
final class Waiting {
    private final Path counts;
    private long waitedNanos;
    private long lookedNanos = System.nanoTime();

    /// @param thread the system's number of it
    Waiting(int thread) {
        counts = Path.of("/proc/self/task/" + thread + "/schedstat");
        waitedNanos = readNanos();
    }

    /// What part of the time since this was asked before the thread has waited; 0 when the system
    /// does not say.
    double share() {
        long waited = readNanos();
        long now = System.nanoTime();
        double share = (double) (waited - waitedNanos) / (now - lookedNanos);
        waitedNanos = waited;
        lookedNanos = now;
        return share;
    }

    private long readNanos() {
        try {
            return Long.parseLong(Files.readString(counts).split(" ", -1)[1]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return waitedNanos;
        }
    }
}
