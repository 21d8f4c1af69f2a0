package io.firstcome.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Everything a judgement rests on.
///
/// @param clockUncertaintyNanos how far the asks' stamps may be from the server's clock
/// @param asks in any order
/// @param before what was issued before the first ask was sent
/// @param after what is issued after the last ask was answered or given up
/// @param told what the system tells at all
public record History(
        Campaign campaign,
        long clockUncertaintyNanos,
        List<Ask> asks,
        Listing before,
        Listing after,
        Told told) {
    private static final Set<Fact> OF_A_LIST =
            Set.of(
                    Fact.LIST,
                    Fact.EVERY_COUPON,
                    Fact.ORDINAL,
                    Fact.ISSUE_TIME,
                    Fact.CODE,
                    Fact.COUNT);

    /// The history of a system that tells everything.
    public History(
            Campaign campaign,
            long clockUncertaintyNanos,
            List<Ask> asks,
            Listing before,
            Listing after) {
        this(campaign, clockUncertaintyNanos, asks, before, after, Told.ALL);
    }

    public History {
        asks = List.copyOf(asks);
        if (clockUncertaintyNanos < 0) {
            throw new IllegalArgumentException(
                    "clockUncertaintyNanos: " + clockUncertaintyNanos + " (expected: >= 0)");
        }
    }

    /// What is not known: what the system never tells, and all of a list that could not be read.
    Set<Fact> untold() {
        Set<Fact> untold = EnumSet.noneOf(Fact.class);
        untold.addAll(told.untold());
        if (after.failure() != null) {
            untold.addAll(OF_A_LIST);
        }
        return untold;
    }
}
