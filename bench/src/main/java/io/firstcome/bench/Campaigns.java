package io.firstcome.bench;

import io.firstcome.check.Campaign;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.client.ConnectClient;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FirstcomeNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Campaigns to measure with.
final class Campaigns {
    /// What the names of numbered campaigns begin with; the nine digits of their number follow.
    static final String NUMBERED = "bench-campaign-";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Campaigns() {}

    /// A new campaign that is open.
    static List<Campaign> open(FirstcomeNode node, long coupons) throws InterruptedException {
        try (CampaignApi api = new CampaignApi(node.adminUrl(), PATIENCE)) {
            return List.of(api.create("bench", coupons, Instant.now().minusSeconds(1)));
        }
    }

    /// So many new campaigns that are open, numbered from 0.
    static List<Campaign> open(FirstcomeNode node, int count, long coupons)
            throws InterruptedException {
        Instant start = Instant.now().minusSeconds(1);
        List<Campaign> campaigns = new ArrayList<>();
        try (ConnectClient admin = new ConnectClient(node.adminUrl())) {
            for (int number = 0; number < count; number++) {
                String id = NUMBERED + RequestTemplate.digits(number);
                admin.call("admin.v1.CampaignService/CreateCampaign", creation(id, coupons, start));
                campaigns.add(Campaign.limited(id, coupons, start));
            }
        }
        return campaigns;
    }

    private static String creation(String id, long coupons, Instant start) {
        return """
        {"campaignId":%s,"name":"bench","couponIssueLimit":%d,"issuanceStartTime":%s}\
        """
                .formatted(Json.quote(id), coupons, Json.quote(start.toString()));
    }

    /// A fast wrong answer is a failed run: `IllegalStateException` unless the campaigns have
    /// issued so many coupons, spread evenly from the first one on.
    static void requireIssued(FirstcomeNode node, List<Campaign> campaigns, long coupons)
            throws InterruptedException {
        try (CampaignApi api = new CampaignApi(node.adminUrl(), PATIENCE)) {
            for (int number = 0; number < campaigns.size(); number++) {
                long share = Math.ceilDiv(coupons - number, campaigns.size());
                requireIssued(api, campaigns.get(number), share);
            }
        }
    }

    private static void requireIssued(CampaignApi api, Campaign campaign, long coupons)
            throws InterruptedException {
        long issued = api.issuedCount(campaign.id());
        if (issued != coupons) {
            throw new IllegalStateException(
                    "issuedCount of %s: %d (expected: %d)"
                            .formatted(campaign.id(), issued, coupons));
        }
    }
}
