package io.firstcome.verify.load;

import java.util.ArrayList;
import java.util.List;

/// Users 0 to n-1 ask once each, at once, and what they hear is kept.
final class CountedTraffic implements Traffic {
    final List<String> answers = new ArrayList<>();
    final List<String> lost = new ArrayList<>();
    private final int users;
    private int next;

    CountedTraffic(int users) {
        this.users = users;
    }

    @Override
    public long nextDueNanos() {
        return next < users ? NOW : NEVER;
    }

    @Override
    public int nextUser(long nowNanos) {
        return next++;
    }

    @Override
    public void answered(int user, Reply reply) {
        answers.add(user + " " + reply.status() + " " + reply.bodyText());
    }

    @Override
    public void unknown(int user, long sentNanos, long nowNanos, String cause) {
        lost.add(user + " " + cause);
    }
}
