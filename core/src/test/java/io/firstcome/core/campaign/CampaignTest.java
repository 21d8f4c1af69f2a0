package io.firstcome.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.ChangeOutcome.Changed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    private static Campaign campaign(int quantity, int issued, boolean isPaused, Window window) {
        CampaignTerms terms = new CampaignTerms("name", quantity, window);
        Revision revision = new Revision(1, 0, 0);
        return new Campaign(1, new CampaignId("drop"), terms, isPaused, issued, revision);
    }

    @ParameterizedTest
    @CsvSource({"99, SCHEDULED", "100, OPEN", "101, OPEN", "199, OPEN", "200, ENDED", "201, ENDED"})
    void case05_isOpenFromItsStartUntilItsEnd(long now, CampaignState state) {
        Campaign campaign = campaign(10, 0, false, new Window(100, 200));
        assertThat(campaign.stateAt(now)).isEqualTo(state);
    }

    @Test
    void withoutAnEndItNeverEnds() {
        Campaign campaign = campaign(10, 0, false, Window.from(100));
        assertThat(campaign.stateAt(Long.MAX_VALUE - 1)).isEqualTo(CampaignState.OPEN);
        assertThat(Window.from(100).hasEnd()).isFalse();
        assertThat(new Window(100, 200).hasEnd()).isTrue();
    }

    @Test
    void isSoldOutWhenAllIsIssued() {
        Window window = new Window(100, 200);
        assertThat(campaign(10, 9, false, window).stateAt(150)).isEqualTo(CampaignState.OPEN);
        assertThat(campaign(10, 10, false, window).stateAt(150)).isEqualTo(CampaignState.SOLD_OUT);
    }

    @Test
    void endedIsSaidBeforeSoldOutAndSoldOutBeforePausedAndPausedBeforeScheduled() {
        Window window = new Window(100, 200);
        assertThat(campaign(10, 10, true, window).stateAt(200)).isEqualTo(CampaignState.ENDED);
        assertThat(campaign(10, 10, true, window).stateAt(150)).isEqualTo(CampaignState.SOLD_OUT);
        assertThat(campaign(10, 9, true, window).stateAt(150)).isEqualTo(CampaignState.PAUSED);
        assertThat(campaign(10, 0, true, window).stateAt(99)).isEqualTo(CampaignState.PAUSED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 49, 50, 99, 100, 150})
    void aWindowThatEndsBeforeItsStartNeverOpens(long now) {
        Campaign campaign = campaign(10, 0, false, new Window(100, 50));
        assertThat(campaign.stateAt(now)).isNotEqualTo(CampaignState.OPEN);
    }

    @Test
    void case11_anUnlimitedCampaignSellsOutAtTheLargestQuantity() {
        Campaign almost = campaign(0, CampaignTerms.QUANTITY_MAX - 1, false, Window.from(0));
        assertThat(almost.remaining()).isEqualTo(1);
        assertThat(almost.withIssued(1).stateAt(0)).isEqualTo(CampaignState.SOLD_OUT);
    }

    @Test
    void moreThanItsQuantityCanNotBeIssued() {
        Campaign campaign = campaign(10, 9, false, Window.from(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> campaign.withIssued(2))
                .withMessage("issued: 11 (expected: 0 to 10)");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Campaign.NUMBER_MAX + 1})
    void itsNumberFitsTheSpaceOfCodes(long number) {
        CampaignTerms terms = new CampaignTerms("name", 1, Window.from(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Campaign.create(number, new CampaignId("drop"), terms, 0))
                .withMessageStartingWith("number: " + number + " (expected: ");
    }

    @Test
    void isCreatedWithNothingIssuedAtVersionOne() {
        CampaignTerms terms = new CampaignTerms("name", 1, Window.from(0));
        Campaign campaign = Campaign.create(7, new CampaignId("drop"), terms, 42);
        assertThat(campaign)
                .isEqualTo(
                        new Campaign(
                                7,
                                new CampaignId("drop"),
                                terms,
                                false,
                                0,
                                new Revision(1, 42, 42)));
    }

    @Test
    void issuingLeavesEverythingElse() {
        Campaign campaign = campaign(10, 3, true, new Window(1, 2));
        assertThat(campaign.withIssued(4)).isEqualTo(campaign(10, 7, true, new Window(1, 2)));
    }

    @Test
    void aPictureIsLaterWithMoreIssuedOrAnotherVersion() {
        Campaign campaign = campaign(10, 3, false, Window.from(0));
        Campaign issued = campaign.withIssued(1);
        Campaign paused = ((Changed) CampaignRules.change(campaign, new Pause(), 5)).campaign();
        assertThat(campaign.isAtLeastAsLateAs(campaign)).isTrue();
        assertThat(issued.isAtLeastAsLateAs(campaign)).isTrue();
        assertThat(campaign.isAtLeastAsLateAs(issued)).isFalse();
        assertThat(paused.isAtLeastAsLateAs(campaign)).isTrue();
        assertThat(campaign.isAtLeastAsLateAs(paused)).isFalse();
    }

    @Test
    void versionsBeginAtOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Revision(0, 0, 0))
                .withMessage("version: 0 (expected: >= 1)");
    }
}
