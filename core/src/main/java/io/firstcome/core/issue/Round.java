package io.firstcome.core.issue;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.ledger.IssueBatch;

import java.util.ArrayList;
import java.util.List;

/// The requests that go into one durable act, campaign by campaign.
final class Round {
    /// The requests of one campaign, in order of arrival.
    record Lane(LiveCampaign live, List<IssueRequest> requests) {
        IssueBatch batch() {
            List<UserId> users = new ArrayList<>(requests.size());
            for (IssueRequest request : requests) {
                users.add(request.user());
            }
            return new IssueBatch(live.campaign().number(), users);
        }
    }

    private final List<Lane> lanes = new ArrayList<>();
    private int size;

    /// Takes the oldest requests of a campaign, `max` at the most.
    ///
    /// @return whether others still wait for it
    boolean take(LiveCampaign live, int max) {
        List<IssueRequest> requests = new ArrayList<>();
        boolean isMoreLeft = live.sequencer().takeInto(requests, max);
        lanes.add(new Lane(live, requests));
        size += requests.size();
        return isMoreLeft;
    }

    /// How many requests were taken.
    int size() {
        return size;
    }

    boolean isEmpty() {
        return lanes.isEmpty();
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

    /// How long the request that came first has waited.
    long longestWaitNanos(long nowNanos) {
        long longest = 0;
        for (Lane lane : lanes) {
            longest = Math.max(longest, nowNanos - lane.requests().getFirst().arrivedNanos());
        }
        return longest;
    }

    /// Answers, and leaves out, the requests whose deadline has passed.
    void expire(long nowNanos) {
        for (Lane lane : lanes) {
            lane.requests().removeIf(request -> expire(request, nowNanos));
        }
        lanes.removeIf(lane -> lane.requests().isEmpty());
    }

    private static boolean expire(IssueRequest request, long nowNanos) {
        boolean isExpired = request.isExpired(nowNanos);
        if (isExpired) {
            request.answer().accept(new IssueOutcome.Expired());
        }
        return isExpired;
    }

    void answerAll(IssueOutcome outcome) {
        for (Lane lane : lanes) {
            lane.requests().forEach(request -> request.answer().accept(outcome));
        }
    }
}
