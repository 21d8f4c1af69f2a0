package io.firstcome.client;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.IssueCouponResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// What came of asking for a coupon.
public sealed interface IssueOutcome {

    /// This person has a coupon, durably.
    sealed interface Held extends IssueOutcome {
        Coupon coupon();
    }

    /// Issued now.
    record Issued(Coupon coupon) implements Held {}

    /// Issued before: by an earlier call, or by an earlier attempt of this one whose answer was
    /// lost.
    record AlreadyIssued(Coupon coupon) implements Held {}

    /// This person has no coupon of this campaign, and this says why.
    sealed interface Refused extends IssueOutcome {}

    /// All coupons are issued.
    record SoldOut() implements Refused {}

    /// The campaign has not started.
    ///
    /// @param startsAt by the server's clock
    /// @param serverTime when the server said so
    /// @param retryAfter when to ask again: the time until the start, and a little that differs
    ///   from caller to caller
    record NotStarted(Instant startsAt, Instant serverTime, Duration retryAfter)
            implements Refused {}

    /// The campaign has ended.
    record Ended(Instant endedAt) implements Refused {}

    /// An operator stopped the campaign for now.
    record Paused() implements Refused {}

    /// There is no such campaign.
    record NotFound() implements Refused {}

    /// The server could not be asked or was too busy, for as long as the client tried. Nothing was
    /// issued by this call.
    record NotAttempted(Failure failure) implements IssueOutcome {}

    /// A coupon may have been issued or not. Asking again is safe and tells.
    record Unknown(Failure failure) implements IssueOutcome {}

    static IssueOutcome of(IssueCouponResponse response) {
        return response.getAlreadyIssued()
                ? new AlreadyIssued(response.getCoupon())
                : new Issued(response.getCoupon());
    }

    /// The outcome a failure tells; null when it tells none, as when the request was not valid.
    static @Nullable IssueOutcome of(Failure failure) {
        return switch (failure.kind()) {
            case NOT_ATTEMPTED -> new NotAttempted(failure);
            case UNKNOWN -> new Unknown(failure);
            case REFUSED -> refusal(failure);
        };
    }

    private static @Nullable Refused refusal(Failure failure) {
        return switch (failure.reason()) {
            case "SOLD_OUT" -> new SoldOut();
            case "NOT_STARTED" -> notStarted(failure);
            case "ENDED" -> ended(failure);
            case "PAUSED" -> new Paused();
            case "NOT_FOUND" -> new NotFound();
            default -> null;
        };
    }

    private static @Nullable Refused notStarted(Failure failure) {
        Instant startsAt = instant(failure, "startsAt");
        Instant serverTime = instant(failure, "serverTime");
        if (startsAt == null || serverTime == null) {
            return null;
        }
        Duration untilStart = Duration.between(serverTime, startsAt);
        return new NotStarted(startsAt, serverTime, failure.retryAfter().orElse(untilStart));
    }

    private static @Nullable Refused ended(Failure failure) {
        Instant endedAt = instant(failure, "endedAt");
        return endedAt == null ? null : new Ended(endedAt);
    }

    private static @Nullable Instant instant(Failure failure, String fact) {
        try {
            return Instant.parse(failure.facts().getOrDefault(fact, ""));
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
