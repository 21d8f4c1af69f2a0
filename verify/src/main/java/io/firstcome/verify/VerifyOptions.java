package io.firstcome.verify;

import java.time.Duration;

/// What a run of `verify` does.
///
/// @param coupons how many coupons the new campaign has, or the one that exists where the server
///   does not tell
/// @param lead how long before the opening a new campaign is made; asking starts at once
/// @param retryUnknownFor for how long people whose request was lost, or not tried, ask again; also
///   how long a server may be away
public record VerifyOptions(
        Target target, Crowd crowd, long coupons, Duration lead, Duration retryUnknownFor) {

    /// As far away as the asking needs to be under way, and a server that has just started to be
    /// warm.
    public static final Duration DEFAULT_LEAD = Duration.ofSeconds(5);

    /// Outlives a restart of the server.
    public static final Duration DEFAULT_RETRY_UNKNOWN_FOR = Duration.ofSeconds(10);

    private static final Duration LEAD_MAX = Duration.ofHours(1);

    public VerifyOptions {
        if (coupons < 1) {
            throw new IllegalArgumentException("coupons: " + coupons + " (expected: >= 1)");
        }
        requireLead(lead);
        if (retryUnknownFor.isNegative()) {
            throw new IllegalArgumentException(
                    "retryUnknownFor: " + retryUnknownFor + " (expected: >= 0)");
        }
    }

    /// An `IllegalArgumentException` when a campaign is not made so long before its opening.
    public static void requireLead(Duration lead) {
        if (lead.isNegative() || lead.compareTo(LEAD_MAX) > 0) {
            throw new IllegalArgumentException("lead: " + lead + " (expected: 0..1 h)");
        }
    }
}
