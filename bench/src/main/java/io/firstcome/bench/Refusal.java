package io.firstcome.bench;

import io.firstcome.verify.client.ConnectClient;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.process.FirstcomeNode;

/// Firstcome with a campaign that is sold out, asked by people who won nothing.
final class Refusal extends CampaignSubject {
    private static final long COUPONS = 1;

    private byte[] lastRight = new byte[0];

    Refusal(FirstcomeNode node) throws InterruptedException {
        super(node, Campaigns.open(node, COUPONS));
        sellOut();
    }

    private void sellOut() throws InterruptedException {
        String body =
                "{\"campaignId\":%s,\"userId\":\"winner\"}"
                        .formatted(Json.quote(campaigns.getFirst().id()));
        try (ConnectClient client = new ConnectClient(node.issueUrl())) {
            client.call(IssueRequest.METHOD, body);
        }
    }

    @Override
    public String name() {
        return "refusal";
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
    public void audit(long answered) throws InterruptedException {
        Campaigns.requireIssued(node, campaigns, COUPONS);
    }
}
