package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.time.LedgerClock;

import java.util.List;
import java.util.Set;

/// Brings to the board what others do to campaigns.
record BoardFollower(Board board, LedgerClock clock) implements CampaignFollower {
    @Override
    public void seen(Campaign campaign) {
        board.publish(campaign);
    }

    @Override
    public List<Long> counted(long sinceMicros) {
        return board.open(sinceMicros, clock.nowMicros());
    }

    @Override
    public List<Long> remaining(Set<Long> numbers, long lastNumber) {
        return board.retain(numbers, lastNumber);
    }
}
