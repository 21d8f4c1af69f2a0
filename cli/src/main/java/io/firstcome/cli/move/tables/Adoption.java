package io.firstcome.cli.move.tables;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// What was read of tables, and what was not.
///
/// @param leftOut how many rows were left out for which fault
/// @param raised the campaigns with more coupons than they should have had
/// @param kept the columns that have no place in a ledger, by their tables
/// @param miscounts the campaigns of which the system counts otherwise
public record Adoption(
        List<Campaign> campaigns,
        Map<Fault, Long> leftOut,
        List<Raised> raised,
        SequencedMap<String, List<String>> kept,
        List<Miscount> miscounts) {
    public Adoption {
        campaigns = List.copyOf(campaigns);
        leftOut = Map.copyOf(leftOut);
        raised = List.copyOf(raised);
        kept = Collections.unmodifiableSequencedMap(kept);
        miscounts = List.copyOf(miscounts);
    }

    /// A campaign that now has as many coupons as were issued.
    public record Raised(CampaignId id, int from, int to) {}

    /// A campaign with another number of rows than the system says it has issued.
    public record Miscount(CampaignId id, long counted, long rows) {}
}
