package io.firstcome.verify.client;

import io.firstcome.check.Campaign;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.verify.load.RequestTemplate;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/// Firstcome by its own two APIs, which tell everything.
public final class FirstcomeSystem implements SystemUnderTest {
    private final Protocol protocol;
    private final CampaignApi api;
    private final URI issueUrl;
    private final Duration patience;
    private final Caller caller;

    /// @param protocol in which coupons are asked for
    /// @param patience for how long a read is repeated while the server is away
    /// @param caller as whom the server is spoken to
    public FirstcomeSystem(
            Protocol protocol, URI adminUrl, URI issueUrl, Duration patience, Caller caller) {
        this.protocol = protocol;
        this.caller = caller;
        api = new CampaignApi(adminUrl, patience, caller);
        this.issueUrl = issueUrl;
        this.patience = patience;
    }

    @Override
    public ServerClock clock() throws InterruptedException {
        return ServerClock.measure(issueUrl, patience, caller);
    }

    @Override
    public Campaign create(long coupons, Instant start) throws InterruptedException {
        return api.create("verify", coupons, start);
    }

    @Override
    public Campaign create(long coupons, Instant start, Instant end) throws InterruptedException {
        return api.create("verify", coupons, start, end);
    }

    @Override
    public Campaign get(String campaignId, long coupons) throws InterruptedException {
        return api.get(campaignId);
    }

    @Override
    public Listing listing(Campaign campaign) throws InterruptedException {
        return api.listing(campaign.id());
    }

    @Override
    public RequestTemplate request(Campaign campaign, String namePrefix) {
        RequestTemplate request =
                protocol.request(issueUrl.getAuthority(), campaign.id(), namePrefix);
        String key = caller.key();
        return key == null ? request : request.with("authorization", "Bearer " + key);
    }

    @Override
    public AnswerReader reader() {
        return protocol.newReader();
    }

    @Override
    public History judged(History heard) {
        return heard;
    }

    @Override
    public void close() {
        api.close();
    }
}
