package io.firstcome.check;

import java.time.Instant;

/// A coupon as a server told it, in an answer or in its list.
///
/// @param issuedAt the instant of the decision, by the server's clock
public record Coupon(String userId, long ordinal, String code, Instant issuedAt) {}
