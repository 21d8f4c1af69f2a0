package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What one user asked, heard and got.
final class Person {
    static final long NEVER = Long.MAX_VALUE;

    private final String userId;
    private final List<Ask> asks = new ArrayList<>(4);
    private @Nullable Coupon listed;
    private @Nullable Coupon earlier;
    private long firstNewNanos = NEVER;
    private long firstLostNanos = NEVER;
    private long firstAskNanos = NEVER;
    private long firstMayNanos = NEVER;
    private long ackedNanos = NEVER;

    Person(String userId) {
        this.userId = userId;
    }

    void add(Ask ask) {
        asks.add(ask);
        firstAskNanos = Math.min(firstAskNanos, ask.sentNanos());
        if (ask.outcome().mayHaveIssued()) {
            firstMayNanos = Math.min(firstMayNanos, ask.sentNanos());
        }
        switch (ask.outcome()) {
            case Issued(Coupon _, boolean again) -> addAck(ask, again);
            case Unknown _, Unexpected _ ->
                    firstLostNanos = Math.min(firstLostNanos, ask.sentNanos());
            case Refused _ -> {}
        }
    }

    private void addAck(Ask ack, boolean again) {
        ackedNanos = Math.min(ackedNanos, ack.doneNanos());
        if (!again) {
            firstNewNanos = Math.min(firstNewNanos, ack.sentNanos());
        }
    }

    void addListed(Coupon coupon) {
        listed = listed == null ? coupon : listed;
    }

    void addEarlier(Coupon coupon) {
        earlier = earlier == null ? coupon : earlier;
    }

    String userId() {
        return userId;
    }

    List<Ask> asks() {
        return Collections.unmodifiableList(asks);
    }

    /// The coupon, the first if there are more, that the server lists for them.
    @Nullable Coupon listed() {
        return listed;
    }

    /// The coupon that the server listed for them before anybody asked.
    @Nullable Coupon earlier() {
        return earlier;
    }

    /// Whether a coupon may exist because of one of their asks.
    boolean mayHaveIssued() {
        return firstMayNanos != NEVER;
    }

    /// When the first ask was sent, or `NEVER`.
    long firstAskNanos() {
        return firstAskNanos;
    }

    /// When the first ask was sent that may have caused a coupon, or `NEVER`.
    long firstMayNanos() {
        return firstMayNanos;
    }

    /// When the first ask was sent whose answer was lost, or `NEVER`.
    long firstLostNanos() {
        return firstLostNanos;
    }

    /// When the ask was sent that caused their coupon: the one that was answered with a new coupon;
    /// where its answer was lost, the earliest that may have been it; else `NEVER`.
    long causeNanos() {
        return firstNewNanos != NEVER ? firstNewNanos : firstLostNanos;
    }

    /// When they first were told of a coupon, or `NEVER`.
    long ackedNanos() {
        return ackedNanos;
    }
}
