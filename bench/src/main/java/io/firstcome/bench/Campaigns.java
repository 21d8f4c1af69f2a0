package io.firstcome.bench;

import io.firstcome.check.Campaign;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.process.FirstcomeNode;

import java.time.Duration;
import java.time.Instant;

/// Campaigns to measure with.
final class Campaigns {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Campaigns() {}

    /// A new campaign that is open.
    static Campaign open(FirstcomeNode node, long coupons) throws InterruptedException {
        try (CampaignApi api = new CampaignApi(node.adminUrl(), PATIENCE)) {
            return api.create("bench", coupons, Instant.now().minusSeconds(1));
        }
    }

    /// A fast wrong answer is a failed run: `IllegalStateException` unless the campaign has issued
    /// between `least` and `most` coupons.
    static void requireIssued(FirstcomeNode node, Campaign campaign, long least, long most)
            throws InterruptedException {
        try (CampaignApi api = new CampaignApi(node.adminUrl(), PATIENCE)) {
            long issued = api.issuedCount(campaign.id());
            if (issued < least || issued > most) {
                throw new IllegalStateException(
                        "issuedCount: " + issued + " (expected: " + least + ".." + most + ")");
            }
        }
    }
}
