package io.firstcome.verify;

import io.firstcome.verify.profile.Profile.ClosedLoop;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// What a run of `verify` does.
///
/// @param coupons how many coupons the new campaign has, or the one that exists where the server
///   does not tell
/// @param lead how long before the opening a new campaign is made; asking starts at once
/// @param endsAfter how long after its opening a new campaign ends, with people who come for that;
///   null: it does not
/// @param retryUnknownFor for how long people whose request was lost, or not tried, ask again; also
///   how long a server may be away
public record VerifyOptions(
        Target target,
        Crowd crowd,
        long coupons,
        Duration lead,
        @Nullable Duration endsAfter,
        Duration retryUnknownFor) {

    /// As far away as the asking needs to be under way, and a server that has just started to be
    /// warm.
    public static final Duration DEFAULT_LEAD = Duration.ofSeconds(5);

    /// Outlives a restart of the server.
    public static final Duration DEFAULT_RETRY_UNKNOWN_FOR = Duration.ofSeconds(10);

    private static final Duration LEAD_MAX = Duration.ofHours(1);
    private static final Duration ENDS_AFTER_MAX = Duration.ofHours(1);

    public VerifyOptions {
        if (coupons < 1) {
            throw new IllegalArgumentException("coupons: " + coupons + " (expected: >= 1)");
        }
        requireLead(lead);
        if (endsAfter != null) {
            requireEnd(endsAfter, target, crowd, coupons);
        }
        if (retryUnknownFor.isNegative()) {
            throw new IllegalArgumentException(
                    "retryUnknownFor: " + retryUnknownFor + " (expected: >= 0)");
        }
    }

    /// A campaign without an end.
    public VerifyOptions(
            Target target, Crowd crowd, long coupons, Duration lead, Duration retryUnknownFor) {
        this(target, crowd, coupons, lead, null, retryUnknownFor);
    }

    /// What is sold out before its end says nothing of the end.
    private static void requireEnd(Duration endsAfter, Target target, Crowd crowd, long coupons) {
        if (!endsAfter.isPositive() || endsAfter.compareTo(ENDS_AFTER_MAX) > 0) {
            throw unfit(endsAfter, "more than 0 and up to 1 h");
        }
        if (target.campaignId() != null) {
            throw unfit(endsAfter, "none, of a campaign that exists");
        }
        if (crowd.conduct().profile() instanceof ClosedLoop) {
            throw unfit(endsAfter, "none in a closed loop, which follows no clock");
        }
        if (coupons < crowd.users()) {
            throw new IllegalArgumentException(
                    "coupons: %d (expected: >= %d, one for each user, so that some are left at the end)"
                            .formatted(coupons, crowd.users()));
        }
    }

    private static IllegalArgumentException unfit(Duration endsAfter, String expected) {
        return new IllegalArgumentException(
                "ends-after: " + endsAfter + " (expected: " + expected + ")");
    }

    /// An `IllegalArgumentException` when a campaign is not made so long before its opening.
    public static void requireLead(Duration lead) {
        if (lead.isNegative() || lead.compareTo(LEAD_MAX) > 0) {
            throw new IllegalArgumentException("lead: " + lead + " (expected: 0..1 h)");
        }
    }
}
