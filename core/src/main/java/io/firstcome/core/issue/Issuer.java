package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.time.LedgerClock;

import java.util.concurrent.Executor;

/// The hot path: refuses from the board what is known, and hands the rest to the committer.
public final class Issuer {
    private final Board board;
    private final Committer committer;
    private final Ledger ledger;
    private final LedgerClock clock;
    private final WinnersFilters filters;

    /// @param background runs what may take longer: the making of filters; bounded
    public Issuer(
            Board board, Committer committer, Ledger ledger, Limits limits, Executor background) {
        this.board = board;
        this.committer = committer;
        this.ledger = ledger;
        this.clock = ledger.clock();
        this.filters = new WinnersFilters(ledger, background, limits.winnersMax());
    }

    /// Asks for a coupon. The outcome goes to the request's answer, now on this thread or later on
    /// the committer's; a coupon in it is durable.
    public void issue(CampaignId id, IssueRequest request) {
        // Asked before the board is looked at: what it shows after that is true enough.
        boolean isFollowed = ledger.isFollowed();
        LiveCampaign live = board.find(id);
        if (live == null) {
            request.answer().accept(isFollowed ? new NotFound() : new Unavailable());
            return;
        }
        long nowMicros = clock.nowMicros();
        Campaign campaign = live.campaign();
        CampaignState state = campaign.stateAt(nowMicros);
        if (isFollowed && live.canRefuse(campaign, state, request.user(), nowMicros)) {
            request.answer().accept(Refusals.of(campaign, state, nowMicros));
            return;
        }
        committer.submit(live, request);
        if (state != CampaignState.OPEN) {
            filters.prepare(live);
        }
    }
}
