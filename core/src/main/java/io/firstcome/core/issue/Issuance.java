package io.firstcome.core.issue;

import io.firstcome.core.campaign.UserId;

import java.util.Objects;

/// The durable record that a user was given the coupon with this ordinal. It never changes.
///
/// @param ordinal 1 for the first who came, and so on without a gap
/// @param issuedAtMicros the time of the decision, microseconds since 1970-01-01T00:00:00Z
public record Issuance(int ordinal, UserId user, long issuedAtMicros) {
    public Issuance {
        Objects.requireNonNull(user, "user");
        if (ordinal < 1) {
            throw new IllegalArgumentException("ordinal: " + ordinal + " (expected: >= 1)");
        }
    }
}
