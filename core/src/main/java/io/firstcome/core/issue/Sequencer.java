package io.firstcome.core.issue;

import java.util.ArrayList;
import java.util.List;

/// The queue in which one campaign's requests stand: first in, first out, and bounded.
///
/// Arrival at this queue is what "first come" means. When it is full the newest is refused, so the
/// order of those who wait never changes.
final class Sequencer {
    /// What became of a request that came to the queue.
    enum Admission {
        /// It waits behind others.
        QUEUED,
        /// It waits, and the committer has to be told of the queue.
        QUEUED_FIRST,
        /// It was refused: the queue is full.
        FULL
    }

    private final int waitingMax;
    private List<IssueRequest> waiting = new ArrayList<>();

    Sequencer(int waitingMax) {
        this.waitingMax = waitingMax;
    }

    synchronized Admission offer(IssueRequest request) {
        if (waiting.size() >= waitingMax) {
            return Admission.FULL;
        }
        waiting.add(request);
        return waiting.size() == 1 ? Admission.QUEUED_FIRST : Admission.QUEUED;
    }

    /// Moves the oldest requests, `max` at the most, to `taken`, in order of arrival.
    ///
    /// @return whether others still wait
    synchronized boolean takeInto(List<IssueRequest> taken, int max) {
        if (waiting.size() <= max) {
            taken.addAll(waiting);
            // A new list, because a cleared one would hold the memory of its longest hour for ever.
            waiting = new ArrayList<>();
            return false;
        }
        List<IssueRequest> oldest = waiting.subList(0, max);
        taken.addAll(oldest);
        oldest.clear();
        return true;
    }
}
