package io.firstcome.core.issue;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/// The room in memory for filters of winners, which all campaigns share.
///
/// A filter that does not fit gets the room of those that were unused longest. A filter in use
/// keeps its room, so that two campaigns which do not fit together do not take it from each other
/// in turns.
final class WinnersRoom {
    private final long winnersMax;
    private final Map<LiveCampaign, Integer> winnersOf = new HashMap<>();
    private long winnersKept;

    WinnersRoom(long winnersMax) {
        this.winnersMax = winnersMax;
    }

    /// Takes room for a new filter of `live`, whose old one is dropped.
    ///
    /// @return whether there was room; then [#giveBack] it when the filter can not be had
    synchronized boolean take(LiveCampaign live, int winners, long nowMicros) {
        giveBack(live);
        if (winnersInUse(nowMicros) + winners > winnersMax) {
            return false;
        }
        while (winnersKept + winners > winnersMax) {
            LiveCampaign unused = unusedLongest(nowMicros);
            if (unused == null) {
                return false;
            }
            giveBack(unused);
        }
        winnersOf.put(live, winners);
        winnersKept += winners;
        return true;
    }

    /// Drops the filter of `live`, if it has one, and frees its room.
    synchronized void giveBack(LiveCampaign live) {
        Integer winners = winnersOf.remove(live);
        if (winners != null) {
            winnersKept -= winners;
            live.setWinners(null);
        }
    }

    private long winnersInUse(long nowMicros) {
        long winners = 0;
        for (Map.Entry<LiveCampaign, Integer> entry : winnersOf.entrySet()) {
            winners += isInUse(entry.getKey(), nowMicros) ? entry.getValue() : 0;
        }
        return winners;
    }

    private @Nullable LiveCampaign unusedLongest(long nowMicros) {
        LiveCampaign longest = null;
        long longestMicros = Long.MAX_VALUE;
        for (LiveCampaign live : winnersOf.keySet()) {
            WinnersFilter filter = live.winners();
            if (filter != null
                    && !filter.isInUse(nowMicros)
                    && filter.usedMicros() < longestMicros) {
                longest = live;
                longestMicros = filter.usedMicros();
            }
        }
        return longest;
    }

    /// Whether the filter is asked now, or is still in the making.
    private static boolean isInUse(LiveCampaign live, long nowMicros) {
        WinnersFilter filter = live.winners();
        return filter == null || filter.isInUse(nowMicros);
    }
}
