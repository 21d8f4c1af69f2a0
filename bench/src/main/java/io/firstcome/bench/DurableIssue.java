package io.firstcome.bench;

import io.firstcome.check.Campaign;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.process.FirstcomeNode;

import java.util.List;

/// Firstcome with campaigns that have a coupon for everybody.
final class DurableIssue extends CampaignSubject {
    private static final long COUPONS = 10_000_000;

    DurableIssue(FirstcomeNode node) throws InterruptedException {
        this(node, COUPONS);
    }

    DurableIssue(FirstcomeNode node, long coupons) throws InterruptedException {
        this(node, Campaigns.open(node, coupons));
    }

    private DurableIssue(FirstcomeNode node, List<Campaign> campaigns) {
        super(node, campaigns);
    }

    /// Users are spread over so many campaigns.
    static DurableIssue spread(FirstcomeNode node, int campaigns) throws InterruptedException {
        return new DurableIssue(node, Campaigns.open(node, campaigns, COUPONS));
    }

    @Override
    public String name() {
        return "durableIssue";
    }

    /// That each success is a coupon of its own is what the audit shows.
    @Override
    public boolean isRight(Reply reply) {
        return reply.status() == 200;
    }

    @Override
    public void audit(long answered) throws InterruptedException {
        Campaigns.requireIssued(node, campaigns, answered);
    }
}
