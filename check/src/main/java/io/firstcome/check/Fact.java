package io.firstcome.check;

/// What a system may leave untold, though some promises can not be judged without it.
public enum Fact {
    /// Requests name the person who asks.
    USER("who asks"),
    /// There is a list of what was issued.
    LIST("a list of what it issued"),
    /// Every coupon is known, by a list or because every answer arrived.
    EVERY_COUPON("every coupon"),
    ORDINAL("ordinals"),
    ISSUE_TIME("when a coupon was issued"),
    CODE("codes"),
    /// An answer says which coupon somebody got.
    WHICH_COUPON("which coupon somebody got"),
    /// The system counts its coupons beside listing them.
    COUNT("a count beside the list"),
    /// The start, on a clock that can be known.
    START("its start");

    private final String words;

    Fact(String words) {
        this.words = words;
    }

    /// As a person says it.
    public String words() {
        return words;
    }
}
