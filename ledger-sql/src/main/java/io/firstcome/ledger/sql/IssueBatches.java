package io.firstcome.ledger.sql;

import io.firstcome.core.ledger.IssueBatch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What every ledger demands of batches that are decided together.
final class IssueBatches {
    private IssueBatches() {}

    static void requireDifferentCampaigns(List<IssueBatch> batches) {
        Set<Long> campaigns = HashSet.newHashSet(batches.size());
        for (IssueBatch batch : batches) {
            if (!campaigns.add(batch.campaignNumber())) {
                throw new IllegalArgumentException(
                        "batches: two of campaign %d (expected: different campaigns)"
                                .formatted(batch.campaignNumber()));
            }
        }
    }
}
