package io.firstcome.server.watch;

import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.server.Node;
import io.firstcome.server.Times;
import io.firstcome.server.admin.CampaignMessages;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.util.List;

/// Tells somebody how a campaign stands. Of what the caller does not take in time only the latest
/// is told, so there is nothing to gather.
final class CampaignWatch implements Ticker.Onlooker {
    private final Node node;
    private final CampaignMessages messages;
    private final Campaign watched;
    private final Responses<WatchCampaignResponse> responses;
    private final IssueRate rate = new IssueRate();
    private WatchCampaignResponse told = WatchCampaignResponse.getDefaultInstance();

    CampaignWatch(Node node, Campaign watched, Responses<WatchCampaignResponse> responses) {
        this.node = node;
        this.messages = new CampaignMessages(node.ledger());
        this.watched = watched;
        this.responses = responses;
    }

    @Override
    public boolean look() {
        Campaign campaign = node.board().campaign(watched.id());
        if (campaign == null || campaign.number() != watched.number()) {
            stop(Errors.of(Reason.NOT_FOUND));
            return false;
        }
        if (campaign.stateAt(node.ledger().clock().nowMicros()) == CampaignState.ENDED) {
            tellLast(campaign);
            return false;
        }
        tell(campaign);
        return true;
    }

    /// The board may lag behind what was decided just before the end, the ledger does not.
    private void tellLast(Campaign campaign) {
        node.ledger().passDurably(campaign.terms().window().endMicros());
        List<Campaign> found = node.ledger().campaigns(watched.number() - 1, 1);
        if (found.isEmpty() || found.getFirst().number() != watched.number()) {
            stop(Errors.of(Reason.NOT_FOUND));
            return;
        }
        Campaign ended = found.getFirst();
        responses.send(response(ended, rate.update(node.clock().nanos(), ended.issued())));
        responses.end();
    }

    private void tell(Campaign campaign) {
        double issuedPerSecond = rate.update(node.clock().nanos(), campaign.issued());
        WatchCampaignResponse now = response(campaign, issuedPerSecond);
        if (responses.isReady() && !isTold(now)) {
            told = now;
            responses.send(now);
        }
    }

    private WatchCampaignResponse response(Campaign campaign, double issuedPerSecond) {
        return WatchCampaignResponse.newBuilder()
                .setCampaign(messages.of(campaign))
                .setIssuedPerSecond(issuedPerSecond)
                .setServerTime(Times.timestamp(node.ledger().clock().nowMicros()))
                .build();
    }

    /// Whether it says no more than what was told last.
    private boolean isTold(WatchCampaignResponse now) {
        return now.getCampaign().equals(told.getCampaign())
                && now.getIssuedPerSecond() == told.getIssuedPerSecond();
    }

    @Override
    public void stop(RpcError why) {
        responses.error(why);
    }
}
