package io.firstcome.server.issue;

import io.firstcome.connect.RpcError;
import io.firstcome.core.issue.IssueOutcome.Ended;
import io.firstcome.core.issue.IssueOutcome.Expired;
import io.firstcome.core.issue.IssueOutcome.NotAttempted;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.NotStarted;
import io.firstcome.core.issue.IssueOutcome.Overloaded;
import io.firstcome.core.issue.IssueOutcome.Paused;
import io.firstcome.core.issue.IssueOutcome.Refused;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.server.Times;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// The errors that outcomes of a request for a coupon are said with.
///
/// Refusals are most of what a server says in a drop, so their encoded form is kept: for ever where
/// they say nothing of the moment, for ten milliseconds where they tell the time.
final class IssueErrors {
    /// How many hints there are for one moment.
    private static final int HINTS = 4;

    private static final long MOMENT_MICROS = 10_000;

    /// One of the hints to somebody who came at a moment before the start.
    private record Early(long startMicros, long momentMicros, int hint) {}

    private final RecentErrors<Early> notStarted = new RecentErrors<>(IssueErrors::build);
    private final RecentErrors<Ended> ended = new RecentErrors<>(IssueErrors::build);

    RpcError of(Refused refused) {
        return switch (refused) {
            case SoldOut() -> Errors.of(Reason.SOLD_OUT);
            case Paused() -> Errors.of(Reason.PAUSED);
            case NotFound() -> Errors.of(Reason.NOT_FOUND);
            case Ended e -> ended.of(e);
            case NotStarted(long startMicros, long nowMicros) ->
                    notStarted.of(early(startMicros, nowMicros));
        };
    }

    RpcError of(NotAttempted notAttempted) {
        return switch (notAttempted) {
            case Overloaded() -> Errors.overloaded();
            case Unavailable() -> Errors.unavailable();
            case Expired() -> Errors.expired();
        };
    }

    private static Early early(long startMicros, long nowMicros) {
        long momentMicros = nowMicros / MOMENT_MICROS * MOMENT_MICROS;
        return new Early(startMicros, momentMicros, ThreadLocalRandom.current().nextInt(HINTS));
    }

    private static RpcError build(Early early) {
        long untilStartMillis = (early.startMicros() - early.momentMicros()) / 1_000;
        Map<String, String> facts =
                Map.of(
                        "startsAt", Times.text(early.startMicros()),
                        "serverTime", Times.text(early.momentMicros()));
        return Errors.retryable(
                Reason.NOT_STARTED, facts, untilStartMillis + Errors.jitterMillis());
    }

    private static RpcError build(Ended refusal) {
        return Errors.of(Reason.ENDED, Map.of("endedAt", Times.text(refusal.endMicros())));
    }
}
