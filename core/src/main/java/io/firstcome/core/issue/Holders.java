package io.firstcome.core.issue;

import io.firstcome.core.campaign.UserId;

import org.jspecify.annotations.Nullable;

/// Who holds a coupon of one campaign.
@FunctionalInterface
public interface Holders {
    /// The coupon `user` holds; null when none.
    @Nullable Issuance find(UserId user);
}
