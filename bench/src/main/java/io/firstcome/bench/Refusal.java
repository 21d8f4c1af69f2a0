package io.firstcome.bench;

import io.firstcome.verify.check.Campaign;
import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.ConnectClient;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.ServerProcess;

import java.net.URI;
import java.util.List;

/// Firstcome with a campaign that is sold out, asked by people who won nothing.
final class Refusal implements Subject {
    private static final long COUPONS = 1;

    private final FirstcomeNode node;
    private final Campaign campaign;
    private final IssueRequest request;
    private byte[] lastRight = new byte[0];

    private Refusal(FirstcomeNode node) throws InterruptedException {
        this.node = node;
        campaign = Campaigns.open(node, COUPONS);
        request = new IssueRequest(node.issueUrl(), campaign.id());
        sellOut();
    }

    static Refusal start(List<String> launcher) throws InterruptedException {
        FirstcomeNode node = FirstcomeNode.start(launcher);
        try {
            return new Refusal(node);
        } catch (ApiException refused) {
            node.close();
            throw new IllegalStateException(refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            node.close();
            throw interrupted;
        }
    }

    private void sellOut() throws InterruptedException {
        String body =
                "{\"campaignId\":%s,\"userId\":\"winner\"}".formatted(Json.quote(campaign.id()));
        try (ConnectClient client = new ConnectClient(node.issueUrl())) {
            client.call(IssueRequest.METHOD, body);
        }
    }

    @Override
    public String name() {
        return "refusal";
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

    /// Nearly all refusals are the same bytes, so only a new one is looked at closely.
    @Override
    public boolean isRight(Reply reply) {
        if (reply.bodyEquals(lastRight)) {
            return true;
        }
        boolean right = reply.status() != 200 && reply.bodyText().contains("\"SOLD_OUT\"");
        if (right) {
            lastRight = reply.body();
        }
        return right;
    }

    @Override
    public void audit(Counts counts) throws InterruptedException {
        Campaigns.requireIssued(node, campaign, COUPONS, COUPONS);
    }

    @Override
    public void close() {
        node.close();
    }
}
