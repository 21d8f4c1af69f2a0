package io.firstcome.check;

/// A refusal with which a server says that no coupon was issued to this request.
public enum Refusal {
    SOLD_OUT,
    NOT_STARTED,
    ENDED,
    PAUSED,
    NOT_FOUND,
    /// The user has a coupon; the answer does not say which.
    ALREADY_ISSUED,
    /// Overloaded, or too late when its turn came: the request was not tried, asking again may
    /// help.
    NOT_ATTEMPTED
}
