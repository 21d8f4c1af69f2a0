package io.firstcome.drills;

import io.firstcome.check.Campaign;
import io.firstcome.verify.Conduct;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.client.CampaignApi;
import io.firstcome.verify.profile.Profile;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// The drop of the drills with nodes that share a ledger: it takes some seconds, so that there is
/// time for faults, and more people come than there are coupons.
final class SharedDrop implements AutoCloseable {
    static final int COUPONS = 6_000;

    /// Between the making of the campaign and its opening.
    static final Duration LEAD = Duration.ofSeconds(3);

    private static final int USERS = 10_000;
    private static final int ASKS_PER_SECOND = 2_500;
    private static final int CONNECTIONS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOKS_APART_MILLIS = 20;

    private final CampaignApi api;
    private final Campaign campaign;
    private final VerifyOptions options;

    private SharedDrop(CampaignApi api, Campaign campaign, VerifyOptions options) {
        this.api = api;
        this.campaign = campaign;
        this.options = options;
    }

    /// What is held.
    ///
    /// @param lead between the making of the campaign and its opening
    /// @param asks how often each person asks
    record Shape(long coupons, Duration lead, int asks) {
        static final Shape PLAIN = new Shape(COUPONS, LEAD, 2);

        Shape withCoupons(long others) {
            return new Shape(others, lead, asks);
        }

        Shape withLead(Duration other) {
            return new Shape(coupons, other, asks);
        }

        Shape withAsks(int others) {
            return new Shape(coupons, lead, others);
        }
    }

    /// Makes a campaign.
    static SharedDrop announce(Cluster cluster, Shape shape, RandomGenerator random)
            throws InterruptedException {
        CampaignApi api = new CampaignApi(cluster.adminUrl(), PATIENCE);
        Campaign campaign =
                api.create(
                        "drill",
                        shape.coupons(),
                        InstantSource.system().instant().plus(shape.lead()));
        Profile profile = new Profile.Constant(ASKS_PER_SECOND);
        Conduct conduct = new Conduct(profile, 0, 0, Duration.ZERO);
        Crowd crowd = new Crowd(USERS, shape.asks(), CONNECTIONS, random.nextLong(), conduct);
        return new SharedDrop(
                api,
                campaign,
                new VerifyOptions(
                        cluster.target(campaign.id()), crowd, COUPONS, shape.lead(), PATIENCE));
    }

    Campaign campaign() {
        return campaign;
    }

    VerifyOptions options() {
        return options;
    }

    long issued() throws InterruptedException {
        return api.issuedCount(campaign.id());
    }

    /// Waits until so many coupons are issued, or the drop is over.
    void awaitIssued(long count, CountDownLatch over) throws InterruptedException {
        while (issued() < count && !over.await(LOOKS_APART_MILLIS, TimeUnit.MILLISECONDS)) {
            // not yet
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
