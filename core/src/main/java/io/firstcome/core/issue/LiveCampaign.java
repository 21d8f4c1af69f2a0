package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.UserId;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicReference;

/// A campaign on the board: its latest picture, its queue, and what memory knows of its winners.
final class LiveCampaign {
    private final AtomicReference<Campaign> picture;
    private final Sequencer sequencer;
    private volatile @Nullable WinnersFilter winners;
    private volatile boolean isEndDurable;

    LiveCampaign(Campaign campaign, int waitingMax) {
        this.picture = new AtomicReference<>(campaign);
        this.sequencer = new Sequencer(waitingMax);
    }

    Campaign campaign() {
        return picture.get();
    }

    Sequencer sequencer() {
        return sequencer;
    }

    /// Takes `later` as the latest picture, unless a later one is known.
    void publish(Campaign later) {
        picture.accumulateAndGet(
                later, (known, given) -> given.isAtLeastAsLateAs(known) ? given : known);
    }

    /// Whether memory alone can refuse `user` at `nowMicros`: `campaign` is in `state`, and the
    /// user surely holds no coupon of it that would have to be given again.
    boolean canRefuse(Campaign campaign, CampaignState state, UserId user, long nowMicros) {
        return switch (state) {
            case OPEN -> false;
            case SCHEDULED -> true;
            case PAUSED, SOLD_OUT -> isSurelyNoWinner(campaign, user, nowMicros);
            case ENDED -> isEndDurable && isSurelyNoWinner(campaign, user, nowMicros);
        };
    }

    private boolean isSurelyNoWinner(Campaign campaign, UserId user, long nowMicros) {
        if (campaign.issued() == 0) {
            return true;
        }
        WinnersFilter filter = winners;
        if (filter == null || filter.winners() != campaign.issued()) {
            return false;
        }
        filter.use(nowMicros);
        return !filter.mayContain(user);
    }

    /// From now on the end may be said from memory: the ledger said it, and keeps its clock past
    /// it.
    void honourEnd() {
        isEndDurable = true;
    }

    @Nullable WinnersFilter winners() {
        return winners;
    }

    void setWinners(@Nullable WinnersFilter filter) {
        winners = filter;
    }
}
