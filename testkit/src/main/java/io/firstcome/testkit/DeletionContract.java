package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.CampaignGone;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.IssueBatch;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/// A campaign can be deleted while nothing is issued, and nobody is ever taken for another.
abstract class DeletionContract extends LedgerTopic {
    DeletionContract(LedgerFactory factory) {
        super(factory);
    }

    private ChangeOutcome delete(Campaign campaign) {
        return ledger().deleteDurably(campaign.id(), OptionalLong.empty());
    }

    private BatchOutcome outcomeOf(Campaign campaign, String user) {
        return issue(new IssueBatch(campaign.number(), List.of(new UserId(user)))).getFirst();
    }

    @Test
    void aCampaignOfWhichNothingIsIssuedIsDeleted() {
        Campaign kept = open("kept", 10);
        Campaign campaign = open("drop", 10);
        assertThat(delete(campaign)).isEqualTo(new Deleted(campaign));
        assertThat(find(campaign.id())).isNull();
        assertThat(ledger().campaigns(0, 10)).containsExactly(kept);
        reopen();
        assertThat(find(campaign.id())).isNull();
        assertThat(ledger().campaigns(0, 10)).containsExactly(kept);
    }

    @Test
    void anEndedCampaignOfWhichNothingIsIssuedIsDeleted() {
        Campaign campaign = create("drop", 10, new Window(T0, T0 + 1));
        clock.step(HOUR);
        assertThat(delete(campaign)).isEqualTo(new Deleted(campaign));
    }

    @Test
    void aCampaignOfWhichACouponIsIssuedIsNotDeleted() {
        Campaign campaign = open("drop", 10);
        ask(campaign, "a");
        assertThat(delete(campaign)).isEqualTo(new Refused(Reason.COUPONS_ISSUED));
        assertThat(granted(askOne(campaign, "b")).ordinal()).isEqualTo(2);
    }

    @Test
    void case10_whoAsksForADeletedCampaignIsToldThatItIsGone() {
        Campaign campaign = open("drop", 10);
        delete(campaign);
        assertThat(outcomeOf(campaign, "a")).isEqualTo(new CampaignGone());
        reopen();
        assertThat(outcomeOf(campaign, "a")).isEqualTo(new CampaignGone());
    }

    @Test
    void case10_concurrentlyEitherTheDeletionWinsOrACouponDoes() {
        for (int round = 0; round < 10; round++) {
            Campaign campaign = open("drop" + round, 10);
            List<Object> outcomes =
                    Together.run(
                            3,
                            thread ->
                                    thread == 0
                                            ? delete(campaign)
                                            : outcomeOf(campaign, "u" + thread));
            boolean isDeleted = outcomes.getFirst() instanceof Deleted;
            assertThat(find(campaign.id()) == null).isEqualTo(isDeleted);
            assertThat(outcomes.subList(1, 3))
                    .hasOnlyElementsOfType(isDeleted ? CampaignGone.class : Decided.class);
        }
    }

    @Test
    void aDeletedIdentifierCanBeCreatedAgainWithANewNumber() {
        Campaign campaign = open("drop", 10);
        delete(campaign);
        Campaign again = open("drop", 5);
        assertThat(again.number()).isGreaterThan(campaign.number());
        assertThat(granted(askOne(again, "a")).ordinal()).isEqualTo(1);
        assertThat(outcomeOf(campaign, "b")).isEqualTo(new CampaignGone());
    }

    @Test
    void theNumberOfADeletedCampaignIsNotUsedAgainAfterARestart() {
        open("other", 10);
        Campaign campaign = open("drop", 10);
        delete(campaign);
        reopen();
        assertThat(open("drop", 10).number()).isGreaterThan(campaign.number());
    }

    @Test
    void aDeletedCampaignIsNotFound() {
        Campaign campaign = open("drop", 10);
        delete(campaign);
        assertThat(delete(campaign)).isEqualTo(new NotFound());
        assertThat(change(campaign, new Pause())).isEqualTo(new NotFound());
        assertThat(ledger().deleteDurably(new CampaignId("nobody"), OptionalLong.empty()))
                .isEqualTo(new NotFound());
    }
}
