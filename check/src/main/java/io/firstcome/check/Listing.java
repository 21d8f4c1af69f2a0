package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a server says it has issued in one campaign.
///
/// @param coupons all coupons, as the paged list gives them
/// @param codes all codes, as the campaign itself gives them
/// @param issuedCount how many there are, as the campaign itself counts them
/// @param failure why the server did not say it; null: it did
public record Listing(
        List<Coupon> coupons, List<String> codes, long issuedCount, @Nullable String failure) {
    /// Nothing issued.
    public static final Listing EMPTY = new Listing(List.of(), List.of(), 0);

    public Listing {
        coupons = List.copyOf(coupons);
        codes = List.copyOf(codes);
    }

    /// A listing that was read.
    public Listing(List<Coupon> coupons, List<String> codes, long issuedCount) {
        this(coupons, codes, issuedCount, null);
    }

    /// A listing that could not be read, and why.
    public static Listing unreadable(String failure) {
        return new Listing(List.of(), List.of(), 0, failure);
    }
}
