package io.firstcome.bench;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.process.FirstcomeNode;

/// Firstcome with a campaign that has a coupon for everybody.
final class DurableIssue extends CampaignSubject {
    private static final long COUPONS = 10_000_000;

    DurableIssue(FirstcomeNode node) throws InterruptedException {
        this(node, COUPONS);
    }

    DurableIssue(FirstcomeNode node, long coupons) throws InterruptedException {
        super(node, coupons);
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
    public void audit(Counts counts) throws InterruptedException {
        long certain = counts.right();
        Campaigns.requireIssued(node, campaign, certain, certain + counts.unknown());
    }
}
