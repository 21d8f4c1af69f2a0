package io.firstcome.check;

import java.util.List;

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
}
