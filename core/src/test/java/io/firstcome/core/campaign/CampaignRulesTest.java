package io.firstcome.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.End;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignChange.Resume;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.ledger.CreateOutcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

class CampaignRulesTest {
    private static final Window WINDOW = new Window(100, 200);
    private static final CampaignId ID = new CampaignId("drop");
    private static final Campaign CAMPAIGN = campaign(10, WINDOW, false, 0);

    private static Campaign campaign(int quantity, Window window, boolean isPaused, int issued) {
        return new Campaign(
                7,
                ID,
                new CampaignTerms("name", quantity, window),
                isPaused,
                issued,
                new Revision(3, 1, 2));
    }

    private static Amend quantity(int quantity) {
        return new Amend(null, quantity, null, null);
    }

    private static Amend start(long start) {
        return new Amend(null, null, start, null);
    }

    private static Amend end(long end) {
        return new Amend(null, null, null, end);
    }

    private static void assertRefused(
            Reason reason, Campaign campaign, CampaignChange change, long now) {
        assertThat(CampaignRules.change(campaign, change, now)).isEqualTo(new Refused(reason));
    }

    private static Campaign changed(Campaign campaign, CampaignChange change, long now) {
        ChangeOutcome outcome = CampaignRules.change(campaign, change, now);
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed) outcome).campaign();
    }

    @Test
    void case09_quantityGoesUpAndDownToWhatIsIssuedAndNoFurther() {
        Campaign campaign = CAMPAIGN.withIssued(4);
        assertThat(changed(campaign, quantity(11), 150).remaining()).isEqualTo(7);
        assertThat(changed(campaign, quantity(4), 150).remaining()).isZero();
        assertRefused(Reason.LIMIT_BELOW_ISSUED, campaign, quantity(3), 150);
    }

    @Test
    void case11_theLimitCanBeTakenAwayAndSetAgain() {
        Campaign unlimited = changed(CAMPAIGN.withIssued(10), quantity(0), 150);
        assertThat(unlimited.terms().isUnlimited()).isTrue();
        assertRefused(Reason.LIMIT_BELOW_ISSUED, unlimited, quantity(9), 150);
        assertThat(changed(unlimited, quantity(10), 150).remaining()).isZero();
    }

    @Test
    void case09_theStartMovesUntilItHasPassed() {
        assertThat(changed(CAMPAIGN, start(150), 99).terms().window())
                .isEqualTo(new Window(150, 200));
        assertThat(changed(CAMPAIGN, start(50), 99).stateAt(99)).isEqualTo(CampaignState.OPEN);
        assertRefused(Reason.CAMPAIGN_STARTED, CAMPAIGN, start(150), 100);
        assertThat(changed(CAMPAIGN, start(100), 100)).isEqualTo(CAMPAIGN);
    }

    @Test
    void theEndMovesToAnyTimeThatLiesAheadAndAfterTheStart() {
        assertThat(changed(CAMPAIGN, end(151), 150).stateAt(150)).isEqualTo(CampaignState.OPEN);
        assertThat(changed(CAMPAIGN, end(Window.NO_END), 150).terms().window().hasEnd()).isFalse();
        assertRefused(Reason.END_IN_THE_PAST, CAMPAIGN, end(150), 150);
        assertRefused(Reason.END_NOT_AFTER_START, CAMPAIGN, end(100), 50);
        assertRefused(Reason.END_NOT_AFTER_START, CAMPAIGN, start(200), 50);
    }

    @Test
    void pausingAndResumingAreRevisions() {
        Campaign paused = changed(CAMPAIGN, new Pause(), 150);
        assertThat(paused.paused()).isTrue();
        assertThat(paused.revision()).isEqualTo(new Revision(4, 1, 150));
        Campaign resumed = changed(paused, new Resume(), 160);
        assertThat(resumed.paused()).isFalse();
        assertThat(resumed.revision()).isEqualTo(new Revision(5, 1, 160));
    }

    @Test
    void whatIsSoAlreadyIsNoRevision() {
        assertThat(changed(CAMPAIGN, new Resume(), 150)).isSameAs(CAMPAIGN);
        assertThat(changed(CAMPAIGN, new Amend("name", 10, 100L, 200L), 150)).isSameAs(CAMPAIGN);
    }

    @ParameterizedTest
    @CsvSource({"50", "100", "150"})
    void endingIsAtOnceAndForGood(long now) {
        Campaign ended = changed(CAMPAIGN, new End(), now);
        assertThat(ended.terms().window()).isEqualTo(new Window(100, now));
        assertThat(ended.stateAt(now)).isEqualTo(CampaignState.ENDED);
        assertThat(changed(ended, new End(), now + 1)).isSameAs(ended);
    }

    @Test
    void anEndedCampaignIsNotChanged() {
        for (CampaignChange change : changes()) {
            if (!(change instanceof End)) {
                assertRefused(Reason.CAMPAIGN_ENDED, CAMPAIGN, change, 200);
            }
        }
    }

    @Test
    void case10_aCampaignIsDeletedOnlyWhileNothingIsIssued() {
        assertThat(CampaignRules.delete(CAMPAIGN)).isEqualTo(new Deleted(CAMPAIGN));
        assertThat(CampaignRules.delete(CAMPAIGN.withIssued(1)))
                .isEqualTo(new Refused(Reason.COUPONS_ISSUED));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, 50, END_NOT_AFTER_START",
        "100, 99, 50, END_NOT_AFTER_START",
        "100, 200, 200, END_IN_THE_PAST",
        "100, 200, 199,",
        "100, 200, 50,",
    })
    void aNewCampaignHasAWindowThatCanOpen(long start, long end, long now, Reason reason) {
        CampaignTerms terms = new CampaignTerms("name", 1, new Window(start, end));
        CreateOutcome expected =
                reason == null
                        ? new CreateOutcome.Created(Campaign.create(8, ID, terms, now))
                        : new CreateOutcome.Refused(reason);
        assertThat(CampaignRules.create(ID, terms, false, 7, now)).isEqualTo(expected);
    }

    @Test
    void aNewCampaignHasAnIdentifierAndANumberOfItsOwn() {
        CampaignTerms terms = CAMPAIGN.terms();
        assertThat(CampaignRules.create(ID, terms, true, Campaign.NUMBER_MAX, 300))
                .isEqualTo(new CreateOutcome.AlreadyExists());
        assertThat(CampaignRules.create(ID, terms, false, Campaign.NUMBER_MAX, 50))
                .isEqualTo(new CreateOutcome.Full(Campaign.NUMBER_MAX));
    }

    @Test
    void onlyTheVersionThatWasMeantIsChangedOrDeleted() {
        OptionalLong current = OptionalLong.of(3);
        OptionalLong other = OptionalLong.of(2);
        assertThat(CampaignRules.change(null, current, new End(), 50)).isEqualTo(new NotFound());
        assertThat(CampaignRules.change(CAMPAIGN, other, new Pause(), 300))
                .isEqualTo(new Outdated(3));
        assertThat(CampaignRules.change(CAMPAIGN, current, new Pause(), 300))
                .isEqualTo(new Refused(Reason.CAMPAIGN_ENDED));
        assertThat(CampaignRules.delete(null, OptionalLong.empty())).isEqualTo(new NotFound());
        assertThat(CampaignRules.delete(CAMPAIGN.withIssued(1), other)).isEqualTo(new Outdated(3));
        assertThat(CampaignRules.delete(CAMPAIGN, OptionalLong.empty()))
                .isEqualTo(new Deleted(CAMPAIGN));
    }

    @Test
    void noChangeAtAnyTimeBreaksWhatWasSaidToPeople() {
        for (Campaign before : campaigns()) {
            for (CampaignChange change : changes()) {
                for (long now = 98; now <= 104; now++) {
                    ChangeOutcome outcome = CampaignRules.change(before, change, now);
                    if (outcome instanceof Changed(Campaign after)) {
                        assertKeepsWhatWasSaid(before, after, now);
                    }
                }
            }
        }
    }

    /// Small campaigns of every kind around the times 98 to 104.
    private static List<Campaign> campaigns() {
        List<Campaign> campaigns = new ArrayList<>();
        for (long start = 99; start <= 103; start++) {
            for (long end = 99; end <= 105; end++) {
                for (int issued = 0; issued <= 2; issued++) {
                    campaigns.add(campaign(2, new Window(start, end), issued == 1, issued));
                    campaigns.add(campaign(0, new Window(start, end), issued != 1, issued));
                }
            }
        }
        return campaigns;
    }

    private static List<CampaignChange> changes() {
        List<CampaignChange> changes =
                new ArrayList<>(List.of(new Pause(), new Resume(), new End(), quantity(0)));
        changes.addAll(List.of(quantity(1), quantity(2), quantity(3), end(Window.NO_END)));
        for (long time = 98; time <= 105; time++) {
            changes.add(start(time));
            changes.add(end(time));
            changes.add(new Amend("other", 2, time, 104L));
        }
        return changes;
    }

    private static void assertKeepsWhatWasSaid(Campaign before, Campaign after, long now) {
        Window window = before.terms().window();
        boolean isSame = after.equals(before);
        assertThat(after.issued()).isEqualTo(before.issued());
        assertThat(after.revision())
                .isEqualTo(isSame ? before.revision() : new Revision(4, 1, now));
        assertThat(isSame || now < window.endMicros())
                .as("reopened %s at %d", before, now)
                .isTrue();
        if (now >= window.startMicros()) {
            assertThat(after.terms().window().startMicros()).isEqualTo(window.startMicros());
        }
        assertThat(isSame || after.terms().window().endMicros() >= now).isTrue();
    }
}
