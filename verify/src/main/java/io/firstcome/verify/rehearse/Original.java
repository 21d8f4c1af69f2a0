package io.firstcome.verify.rehearse;

import io.firstcome.check.Campaign;
import io.firstcome.check.Finding;
import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.client.ServerClock;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The campaign that is rehearsed, on its server. It is only read.
///
/// @param adminUrl where campaigns are managed
/// @param issueUrl where coupons are asked for, and the time
/// @param caller as whom the server is spoken to
public record Original(URI adminUrl, URI issueUrl, String campaignId, Caller caller) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int READINGS = 10;

    /// An `ApiException` when it can not be read.
    Campaign campaign() throws InterruptedException {
        try (CampaignApi api = new CampaignApi(adminUrl, PATIENCE, caller)) {
            return api.get(campaignId);
        }
    }

    /// Whether it and its server are ready for the drop; an `ApiException` when they can not be
    /// read.
    List<Finding> findings() throws InterruptedException {
        try (CampaignApi api = new CampaignApi(adminUrl, PATIENCE, caller)) {
            return List.of(
                    Readiness.campaign(api.state(campaignId)),
                    Readiness.clock(ServerClock.measure(issueUrl, PATIENCE, caller), clockHere()));
        }
    }

    private static ServerClock clockHere() throws InterruptedException {
        return ServerClock.of(READINGS, () -> Instant.now().toString());
    }
}
