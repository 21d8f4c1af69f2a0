package io.firstcome.drills;

import io.firstcome.verify.client.ConnectClient;
import io.firstcome.verify.process.FirstcomeNode;

/// Changes a campaign by one node. Each change is known to all nodes when it returns.
final class Operator implements AutoCloseable {
    private static final String SERVICE = "admin.v1.CampaignService/";

    private final ConnectClient client;
    private final String campaignId;

    Operator(FirstcomeNode node, String campaignId) {
        this.client = new ConnectClient(node.adminUrl());
        this.campaignId = campaignId;
    }

    void pause() throws InterruptedException {
        call("PauseCampaign", "");
    }

    void resume() throws InterruptedException {
        call("ResumeCampaign", "");
    }

    void raise(long limit) throws InterruptedException {
        call("UpdateCampaign", ",\"couponIssueLimit\":" + limit);
    }

    private void call(String method, String members) throws InterruptedException {
        client.call(SERVICE + method, "{\"campaignId\":\"" + campaignId + "\"" + members + "}");
    }

    @Override
    public void close() {
        client.close();
    }
}
