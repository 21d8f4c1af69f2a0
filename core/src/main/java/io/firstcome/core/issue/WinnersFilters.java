package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Makes the filters of winners, in the background, for campaigns that issue no more.
///
/// Without a filter the ledger answers instead: a filter that can not be had costs time, never
/// truth.
final class WinnersFilters {
    private final Ledger ledger;
    private final Executor background;
    private final WinnersRoom room;
    private final Set<LiveCampaign> inTheMaking = ConcurrentHashMap.newKeySet();

    WinnersFilters(Ledger ledger, Executor background, long winnersMax) {
        this.ledger = ledger;
        this.background = background;
        this.room = new WinnersRoom(winnersMax);
    }

    /// Sees to it that `live`, which is not open, soon has a filter for its count of winners.
    void prepare(LiveCampaign live) {
        if (isMissing(live) && inTheMaking.add(live)) {
            try {
                background.execute(() -> make(live));
            } catch (RejectedExecutionException e) {
                inTheMaking.remove(live);
            }
        }
    }

    private static boolean isMissing(LiveCampaign live) {
        WinnersFilter filter = live.winners();
        int issued = live.campaign().issued();
        return issued > 0 && (filter == null || filter.winners() != issued);
    }

    private void make(LiveCampaign live) {
        try {
            Campaign campaign = live.campaign();
            if (room.take(live, campaign.issued(), ledger.clock().nowMicros())) {
                fill(live, campaign);
            }
        } finally {
            inTheMaking.remove(live);
        }
    }

    private void fill(LiveCampaign live, Campaign campaign) {
        try {
            live.setWinners(filterOf(campaign));
        } catch (LedgerException e) {
            // The ledger can not be read now; the next request that needs the filter asks again.
        } finally {
            if (live.winners() == null) {
                room.giveBack(live);
            }
        }
    }

    private WinnersFilter filterOf(Campaign campaign) {
        WinnersFilter filter = new WinnersFilter(campaign.issued());
        ledger.forEachHolder(campaign.number(), filter::add);
        filter.use(ledger.clock().nowMicros());
        return filter;
    }
}
