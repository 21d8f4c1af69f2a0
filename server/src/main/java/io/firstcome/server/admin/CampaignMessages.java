package io.firstcome.server.admin;

import io.firstcome.api.admin.v1.Campaign.State;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.server.Times;

/// Campaigns as the API's messages.
public final class CampaignMessages {
    private final Ledger ledger;

    public CampaignMessages(Ledger ledger) {
        this.ledger = ledger;
    }

    /// A campaign as it is now. That it has ended is said only when no restart can take it back: of
    /// a ledger that can not promise that, it is as it was just before.
    public io.firstcome.api.admin.v1.Campaign of(Campaign campaign) {
        CampaignState state = campaign.stateAt(ledger.clock().nowMicros());
        long endMicros = campaign.terms().window().endMicros();
        return message(
                campaign,
                state == CampaignState.ENDED && !passesDurably(endMicros)
                        ? campaign.stateAt(endMicros - 1)
                        : state);
    }

    private boolean passesDurably(long micros) {
        try {
            ledger.passDurably(micros);
            return true;
        } catch (LedgerException e) {
            return false;
        }
    }

    private static io.firstcome.api.admin.v1.Campaign message(
            Campaign campaign, CampaignState state) {
        CampaignTerms terms = campaign.terms();
        Window window = terms.window();
        io.firstcome.api.admin.v1.Campaign.Builder message =
                io.firstcome.api.admin.v1.Campaign.newBuilder()
                        .setCampaignId(campaign.id().value())
                        .setName(terms.name())
                        .setIssuanceStartTime(Times.timestamp(window.startMicros()))
                        .setState(state(state))
                        .setIssuedCount(campaign.issued())
                        .setEtag(Etags.of(campaign))
                        .setCreateTime(Times.timestamp(campaign.revision().createdAtMicros()))
                        .setUpdateTime(Times.timestamp(campaign.revision().updatedAtMicros()));
        if (!terms.isUnlimited()) {
            message.setCouponIssueLimit(terms.quantity()).setRemainingCount(campaign.remaining());
        }
        if (window.hasEnd()) {
            message.setIssuanceEndTime(Times.timestamp(window.endMicros()));
        }
        return message.build();
    }

    private static State state(CampaignState state) {
        return switch (state) {
            case SCHEDULED -> State.SCHEDULED;
            case OPEN -> State.OPEN;
            case PAUSED -> State.PAUSED;
            case SOLD_OUT -> State.SOLD_OUT;
            case ENDED -> State.ENDED;
        };
    }
}
