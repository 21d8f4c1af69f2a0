package io.firstcome.core.access;

import java.util.Locale;

/// What the holder of a key may do.
public enum ApiRole {
    /// Everything: what operators do, and what an issuer may.
    ADMIN,
    /// Issue coupons, and read those of a user.
    ISSUER;

    /// As people write it.
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether who has this role may do what `needed` may.
    public boolean includes(ApiRole needed) {
        return this == ADMIN || this == needed;
    }
}
