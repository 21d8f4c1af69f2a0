package io.firstcome.core.issue;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.ledger.IssueBatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The requests that go into one durable act, campaign by campaign.
///
/// Each is answered once. An answer that throws is reported and counts as given, so it ends no
/// other.
final class Round {
    private final Consumer<Throwable> report;
    private final List<Lane> lanes = new ArrayList<>();
    private int size;
    private long begunNanos;
    private long longestWaitNanos;

    /// @param report is told what an answer threw; must not throw itself
    Round(Consumer<Throwable> report) {
        this.report = report;
    }

    /// Takes the oldest requests of a campaign, `max` at the most.
    ///
    /// @return whether others still wait for it
    boolean take(LiveCampaign live, int max) {
        Lane lane = new Lane(live);
        lanes.add(lane);
        boolean isMoreLeft = live.sequencer().takeInto(lane.requests, max);
        size += lane.requests.size();
        return isMoreLeft;
    }

    /// How many requests were taken.
    int size() {
        return size;
    }

    /// How many requests are left to be decided once it has begun.
    int sizeToDecide() {
        return lanes.stream().mapToInt(Lane::size).sum();
    }

    /// Answers, and leaves out, the requests whose deadline has passed.
    void begin(long nowNanos) {
        begunNanos = nowNanos;
        lanes.forEach(lane -> lane.expire(nowNanos));
        lanes.removeIf(Lane::isAnswered);
        for (Lane lane : lanes) {
            longestWaitNanos = Math.max(longestWaitNanos, lane.longestWaitNanos(nowNanos));
        }
    }

    long begunNanos() {
        return begunNanos;
    }

    /// How long the request to decide that came first had waited when the round began.
    long longestWaitNanos() {
        return longestWaitNanos;
    }

    List<Lane> lanes() {
        return lanes;
    }

    List<IssueBatch> batches() {
        List<IssueBatch> batches = new ArrayList<>(lanes.size());
        for (Lane lane : lanes) {
            batches.add(lane.batch());
        }
        return batches;
    }

    /// Answers all that are not answered yet.
    void answerRest(IssueOutcome outcome) {
        lanes.forEach(lane -> lane.answerRest(outcome));
    }

    private void answer(IssueRequest request, IssueOutcome outcome) {
        try {
            request.answer().accept(outcome);
        } catch (Throwable e) {
            report.accept(e);
        }
    }

    /// The requests of one campaign, answered in order of arrival.
    final class Lane {
        private final LiveCampaign live;
        private final List<IssueRequest> requests = new ArrayList<>();
        private int answered;

        private Lane(LiveCampaign live) {
            this.live = live;
        }

        LiveCampaign live() {
            return live;
        }

        /// How many requests are to be decided.
        int size() {
            return requests.size();
        }

        private boolean isAnswered() {
            return answered == requests.size();
        }

        void answerNext(IssueOutcome outcome) {
            answer(requests.get(answered++), outcome);
        }

        void answerRest(IssueOutcome outcome) {
            while (!isAnswered()) {
                answerNext(outcome);
            }
        }

        private long longestWaitNanos(long nowNanos) {
            return nowNanos - requests.getFirst().arrivedNanos();
        }

        private void expire(long nowNanos) {
            requests.removeIf(request -> {
                boolean isExpired = request.isExpired(nowNanos);
                if (isExpired) {
                    answer(request, new IssueOutcome.Expired());
                }
                return isExpired;
            });
        }

        private IssueBatch batch() {
            List<UserId> users = new ArrayList<>(requests.size());
            for (IssueRequest request : requests) {
                users.add(request.user());
            }
            return new IssueBatch(live.campaign().number(), users);
        }
    }
}
