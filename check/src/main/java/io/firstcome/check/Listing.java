package io.firstcome.check;

import java.util.List;

/// What a server says it has issued in one campaign.
///
/// @param coupons all coupons, as the paged list gives them
/// @param codes all codes, as the campaign itself gives them
/// @param issuedCount how many there are, as the campaign itself counts them
public record Listing(List<Coupon> coupons, List<String> codes, long issuedCount) {
    /// Nothing issued.
    public static final Listing EMPTY = new Listing(List.of(), List.of(), 0);

    public Listing {
        coupons = List.copyOf(coupons);
        codes = List.copyOf(codes);
    }
}
