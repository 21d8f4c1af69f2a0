package io.firstcome.core.campaign;

/// What a campaign does, at some instant, when somebody asks for a coupon.
public enum CampaignState {
    /// Before its start.
    SCHEDULED,
    /// Coupons are issued.
    OPEN,
    /// Stopped by an operator until resumed.
    PAUSED,
    /// All coupons are issued, durably.
    SOLD_OUT,
    /// At or after its end.
    ENDED
}
