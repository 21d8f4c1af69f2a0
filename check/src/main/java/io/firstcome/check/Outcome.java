package io.firstcome.check;

/// What came of one request for a coupon.
public sealed interface Outcome {
    /// A success.
    ///
    /// @param again whether the server says that the user had this coupon before
    record Issued(Coupon coupon, boolean again) implements Outcome {}

    /// The server says that nothing was issued, and why.
    record Refused(Refusal refusal) implements Outcome {}

    /// Reset, timed out, or the server does not know: it may have happened.
    record Unknown(String cause) implements Outcome {}

    /// An answer that makes no sense for a good request; it may have happened.
    record Unexpected(String answer) implements Outcome {}

    /// Whether a coupon may exist because of this request.
    default boolean mayHaveIssued() {
        return !(this instanceof Refused);
    }
}
