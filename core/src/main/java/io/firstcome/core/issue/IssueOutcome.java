package io.firstcome.core.issue;

/// What became of a request for a coupon.
///
/// Everything but a coupon is one of three kinds, and says which: a *truth* about the campaign,
/// *not attempted* (this request issued nothing), or *unknown* (it may have issued a coupon; asking
/// again is safe and will tell).
public sealed interface IssueOutcome {
    /// A coupon was issued to this request, durably.
    record Issued(Coupon coupon) implements IssueOutcome {}

    /// The user holds this coupon from an earlier request.
    record AlreadyIssued(Coupon coupon) implements IssueOutcome {}

    /// A truth about the campaign: it issued nothing to this request.
    sealed interface Refused extends IssueOutcome {}

    /// The campaign has not started.
    record NotStarted(long startMicros, long nowMicros) implements Refused {}

    /// The campaign has ended.
    record Ended(long endMicros) implements Refused {}

    /// An operator paused the campaign.
    record Paused() implements Refused {}

    /// All coupons of the campaign are issued, durably.
    record SoldOut() implements Refused {}

    /// There is no such campaign.
    record NotFound() implements Refused {}

    /// The request was not attempted: it issued nothing, and may be sent again.
    sealed interface NotAttempted extends IssueOutcome {}

    /// Too many requests wait already.
    record Overloaded() implements NotAttempted {}

    /// The request's deadline passed while it waited.
    record Expired() implements NotAttempted {}

    /// Nothing is issued any more: the node is stopping, or its ledger or committer has failed.
    record Unavailable() implements NotAttempted {}

    /// The ledger failed while it decided: a coupon may have been issued. Asking again is safe.
    record Unknown() implements IssueOutcome {}
}
