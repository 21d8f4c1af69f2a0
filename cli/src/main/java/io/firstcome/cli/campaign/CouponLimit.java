package io.firstcome.cli.campaign;

import org.jspecify.annotations.Nullable;

/// How many coupons a campaign has.
///
/// @param coupons null: unlimited
record CouponLimit(@Nullable Integer coupons) {
    /// @throws IllegalArgumentException with a message for people
    static CouponLimit parse(String text) {
        if (text.equals("unlimited")) {
            return new CouponLimit(null);
        }
        try {
            return new CouponLimit(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    text + " (expected: a whole number such as 1000, or unlimited)", e);
        }
    }
}
