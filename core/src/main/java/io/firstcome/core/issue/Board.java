package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.Window;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Every campaign's latest known picture, in memory, so that what is known needs no I/O.
///
/// A picture is published before anybody is told of what it shows, so whoever was told never meets
/// an older one.
public final class Board {
    private final ConcurrentMap<CampaignId, LiveCampaign> campaigns = new ConcurrentHashMap<>();
    private final int waitingMax;

    public Board(Limits limits) {
        this.waitingMax = limits.waitingPerCampaignMax();
    }

    /// Shows `campaign`, unless a later picture of it is shown.
    void publish(Campaign campaign) {
        campaigns
                .compute(
                        campaign.id(),
                        (id, shown) -> isSame(shown, campaign) ? shown : live(campaign))
                .publish(campaign);
    }

    /// Takes a deleted campaign off the board; not another that has got its identifier since.
    void remove(Campaign campaign) {
        campaigns.computeIfPresent(
                campaign.id(), (id, shown) -> isSame(shown, campaign) ? null : shown);
    }

    /// Takes the campaigns with a number up to `lastNumber` off the board, except these.
    ///
    /// @return the numbers among these that are not on the board
    List<Long> retain(Set<Long> numbers, long lastNumber) {
        campaigns
                .values()
                .removeIf(live -> {
                    long number = live.campaign().number();
                    return number <= lastNumber && !numbers.contains(number);
                });
        Set<Long> missing = new HashSet<>(numbers);
        campaigns.values().forEach(live -> missing.remove(live.campaign().number()));
        return List.copyOf(missing);
    }

    /// The numbers of the campaigns that are open at one of two times, or in between.
    List<Long> open(long fromMicros, long toMicros) {
        return campaigns.values().stream()
                .map(LiveCampaign::campaign)
                .filter(campaign -> isOpen(campaign, fromMicros, toMicros))
                .map(Campaign::number)
                .toList();
    }

    private static boolean isOpen(Campaign campaign, long fromMicros, long toMicros) {
        Window window = campaign.terms().window();
        return !campaign.paused()
                && campaign.remaining() > 0
                && window.startMicros() <= toMicros
                && window.endMicros() > fromMicros;
    }

    private static boolean isSame(@Nullable LiveCampaign shown, Campaign campaign) {
        return shown != null && shown.campaign().number() == campaign.number();
    }

    private LiveCampaign live(Campaign campaign) {
        return new LiveCampaign(campaign, waitingMax);
    }

    /// The latest known picture of a campaign; null when there is none.
    public @Nullable Campaign campaign(CampaignId id) {
        LiveCampaign live = campaigns.get(id);
        return live == null ? null : live.campaign();
    }

    /// How many campaigns are on the board.
    public int size() {
        return campaigns.size();
    }

    /// How long after `nowMicros` the next campaign starts; [Long#MAX_VALUE] when none does.
    public long microsToNextStart(long nowMicros) {
        long least = Long.MAX_VALUE;
        for (LiveCampaign live : campaigns.values()) {
            long start = live.campaign().terms().window().startMicros();
            if (start > nowMicros) {
                least = Math.min(least, start - nowMicros);
            }
        }
        return least;
    }

    @Nullable LiveCampaign find(CampaignId id) {
        return campaigns.get(id);
    }
}
