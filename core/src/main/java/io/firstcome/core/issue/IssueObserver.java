package io.firstcome.core.issue;

import io.firstcome.core.campaign.CampaignId;

/// Is told what the committer does, on its thread; must not block or throw.
public interface IssueObserver {
    /// A durable act answered its requests. Those that had expired before it are not among them.
    ///
    /// @param requests how many it decided
    /// @param waitNanos how long the one that came first had waited
    /// @param commitNanos how long the act took
    void committed(int requests, long waitNanos, long commitNanos);

    /// A campaign issued its first coupon.
    ///
    /// @param lagMicros how long after its start
    void opened(CampaignId campaign, long lagMicros);

    /// Something failed that nobody expected: the ledger, the taker of an answer, or the committer.
    /// Whom it left without an answer is told that it is unknown, or was not attempted.
    void failed(Throwable failure);
}
