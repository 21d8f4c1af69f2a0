package io.firstcome.core.campaign;

/// What became of a change an operator wanted.
public sealed interface ChangeOutcome {
    /// Done and durable; `campaign` is what it left. A change that asks for what is so already
    /// leaves the campaign as it was.
    record Changed(Campaign campaign) implements ChangeOutcome {}

    /// Deleted, durably.
    record Deleted(Campaign campaign) implements ChangeOutcome {}

    /// There is no such campaign.
    record NotFound() implements ChangeOutcome {}

    /// Somebody else changed the campaign first.
    ///
    /// @param version the version it has now
    record Outdated(long version) implements ChangeOutcome {}

    /// The campaign as it stands does not allow it.
    record Refused(Reason reason) implements ChangeOutcome {}

    /// Why a change is refused.
    enum Reason {
        /// The campaign has ended; what was said to people stays true.
        CAMPAIGN_ENDED,
        /// The start can not move once it has passed.
        CAMPAIGN_STARTED,
        /// More coupons are issued than the new limit allows.
        LIMIT_BELOW_ISSUED,
        /// The end would not come after the start.
        END_NOT_AFTER_START,
        /// The end would lie in the past.
        END_IN_THE_PAST,
        /// Coupons of it are issued, so it can not be deleted.
        COUPONS_ISSUED
    }
}
