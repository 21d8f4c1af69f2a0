package io.firstcome.bench;

import io.firstcome.verify.check.Campaign;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.ServerProcess;

import java.net.URI;
import java.util.List;

/// Firstcome with a campaign that has a coupon for everybody.
final class DurableIssue implements Subject {
    private static final long COUPONS = 10_000_000;

    private final FirstcomeNode node;
    private final Campaign campaign;
    private final IssueRequest request;

    private DurableIssue(FirstcomeNode node) throws InterruptedException {
        this.node = node;
        campaign = Campaigns.open(node, COUPONS);
        request = new IssueRequest(node.issueUrl(), campaign.id());
    }

    static DurableIssue start(List<String> launcher) throws InterruptedException {
        FirstcomeNode node = FirstcomeNode.start(launcher);
        try {
            return new DurableIssue(node);
        } catch (ApiException refused) {
            node.close();
            throw new IllegalStateException(refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            node.close();
            throw interrupted;
        }
    }

    @Override
    public String name() {
        return "durableIssue";
    }

    @Override
    public ServerProcess process() {
        return node.process();
    }

    @Override
    public URI url() {
        return node.issueUrl();
    }

    @Override
    public RequestTemplate template() {
        return request.template();
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

    @Override
    public void close() {
        node.close();
    }
}
