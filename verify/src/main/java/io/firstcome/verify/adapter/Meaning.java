package io.firstcome.verify.adapter;

import io.firstcome.check.Refusal;

import org.jspecify.annotations.Nullable;

/// What an answer of a system means.
enum Meaning {
    ISSUED(null),
    /// The user had a coupon before, whether or not the answer says which.
    ISSUED_AGAIN(null),
    SOLD_OUT(Refusal.SOLD_OUT),
    NOT_STARTED(Refusal.NOT_STARTED),
    ENDED(Refusal.ENDED),
    PAUSED(Refusal.PAUSED),
    NOT_FOUND(Refusal.NOT_FOUND),
    NOT_ATTEMPTED(Refusal.NOT_ATTEMPTED),
    /// A coupon may or may not have been issued.
    UNKNOWN(null);

    private final @Nullable Refusal refusal;

    Meaning(@Nullable Refusal refusal) {
        this.refusal = refusal;
    }

    /// The refusal it is; null when it is none.
    @Nullable Refusal refusal() {
        return refusal;
    }
}
