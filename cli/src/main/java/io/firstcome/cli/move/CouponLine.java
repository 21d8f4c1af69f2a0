package io.firstcome.cli.move;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;

/// The line that stands for a coupon: its ordinal, its time and its user, with tabs between. No
/// user has a tab or the end of a line in it, so every coupon has one line and every line one
/// coupon, on whichever engine it was.
final class CouponLine {
    private static final int FIELDS = 3;

    private CouponLine() {}

    static String of(Issuance issuance) {
        return issuance.ordinal()
                + "\t"
                + issuance.issuedAtMicros()
                + "\t"
                + issuance.user().value()
                + "\n";
    }

    /// @throws IllegalArgumentException when `line`, without its end, is none
    static Issuance parse(String line) {
        String[] fields = line.split("\t", FIELDS);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException(
                    "fields: %d (expected: %d)".formatted(fields.length, FIELDS));
        }
        return new Issuance(
                Integer.parseInt(fields[0]), new UserId(fields[2]), Long.parseLong(fields[1]));
    }
}
