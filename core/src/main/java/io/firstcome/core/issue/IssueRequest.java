package io.firstcome.core.issue;

import io.firstcome.core.campaign.UserId;

import java.util.function.Consumer;

/// Somebody's wish for a coupon, until it is answered.
///
/// @param arrivedNanos when it came, by the [io.firstcome.core.time.NanoClock]
/// @param deadlineNanos when it need not be attempted any more, by the same clock
/// @param answer takes the outcome, once, on whichever thread decides; must not block or throw
public record IssueRequest(
        UserId user, long arrivedNanos, long deadlineNanos, Consumer<IssueOutcome> answer) {

    /// Whether the deadline has passed at `nowNanos`.
    boolean isExpired(long nowNanos) {
        return nowNanos - deadlineNanos >= 0;
    }
}
