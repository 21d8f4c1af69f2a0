package io.firstcome.server.place;

import java.util.Map;
import java.util.TreeMap;

/// Moves the committer to the processor of an event loop that has room, while event loops have
/// places.
///
/// The system leaves threads where they are that ran a moment ago, and these run ten thousand times
/// a second: the committer, an event loop and whoever else is busy may stay on one processor for
/// seconds while another one is idle half of the time, and a quarter less is issued.
final class CommitterPlace {
    /// A committer that waits less has no need to move.
    private static final double CROWDED = 0.2;

    /// So much less must an event loop wait, or its processor would be the next crowded one.
    private static final int TIMES_LESS = 3;

    private static final int NONE = -1;

    private final int committer;
    private final Waiting committerWaiting;
    private final Map<Integer, Waiting> loops = new TreeMap<>();
    private int place = NONE;

    /// @param committer the system's number of its thread
    CommitterPlace(int committer) {
        this.committer = committer;
        this.committerWaiting = new Waiting(committer);
    }

    /// @param thread the system's number of the thread of the event loop with this number
    synchronized void addEventLoop(int number, int thread) {
        loops.put(number, new Waiting(thread));
    }

    /// Moves the committer if that is worth it. To be called again and again.
    synchronized void look() {
        double waiting = committerWaiting.share();
        Map<Integer, Double> ofLoops = new TreeMap<>();
        loops.forEach((number, loop) -> ofLoops.put(number, loop.share()));
        int better = better(waiting, ofLoops);
        if (better != NONE && better != place) {
            place = better;
            Placement.move(committer, better);
        }
    }

    /// Which event loop has room for a committer that waits this part of the time; -1 when none.
    static int better(double waiting, Map<Integer, Double> ofLoops) {
        int best = NONE;
        double least = waiting > CROWDED ? waiting / TIMES_LESS : 0;
        for (Map.Entry<Integer, Double> loop : ofLoops.entrySet()) {
            if (loop.getValue() < least) {
                best = loop.getKey();
                least = loop.getValue();
            }
        }
        return best;
    }

    /// Has the committer run where the system puts it.
    synchronized void leave() {
        place = NONE;
        Placement.release(committer);
    }
}
