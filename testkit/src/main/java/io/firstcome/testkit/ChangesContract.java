package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.End;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignChange.Resume;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.ChangeOutcome.Refused;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.CreateOutcome;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// What operators change during a drop takes effect at one point of the sequence of decisions.
abstract class ChangesContract extends LedgerTopic {
    ChangesContract(LedgerFactory factory) {
        super(factory);
    }

    private static Amend quantity(int quantity) {
        return new Amend(null, quantity, null, null);
    }

    private static Amend start(long startMicros) {
        return new Amend(null, null, startMicros, null);
    }

    private static Amend end(long endMicros) {
        return new Amend(null, null, null, endMicros);
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }

    @Test
    void case09_quantityUpAfterTheSellOutContinuesWithTheNextOrdinal() {
        Campaign campaign = open("drop", 2);
        ask(campaign, "a", "b", "c");
        assertThat(changed(campaign, quantity(4)).issued()).isEqualTo(2);
        Decided decided = ask(campaign, "a", "c", "d", "e");
        assertThat(granted(decided)).extracting(Issuance::ordinal).containsExactly(3, 4);
        assertThat(decided.verdicts().getLast()).isEqualTo(denied(CampaignState.SOLD_OUT));
    }

    @Test
    void case09_quantityUpLongAfterTheSellOutContinuesWithTheNextOrdinal() {
        Campaign campaign = open("drop", 2_000);
        List<Issuance> first = granted(ask(campaign, users("u", 2_001)));
        clock.step(HOUR);
        finishQuietWork();
        changed(campaign, quantity(2_500));
        List<Issuance> second = granted(ask(campaign, users("u", 2_300)));
        assertThat(second).hasSize(300).first().extracting(Issuance::ordinal).isEqualTo(2_001);
        finishQuietWork();
        reopen();
        List<Issuance> third = granted(ask(campaign, users("u", 2_600)));
        assertThat(third).hasSize(200).first().extracting(Issuance::ordinal).isEqualTo(2_301);
        assertThat(held(askOne(campaign, "u7"))).isEqualTo(first.get(6));
        assertThat(held(askOne(campaign, "u2200"))).isEqualTo(second.get(199));
        clock.step(HOUR);
        finishQuietWork();
        assertThat(held(askOne(campaign, "u2400"))).isEqualTo(third.get(99));
        assertThat(askOne(campaign, "u2501")).isEqualTo(denied(CampaignState.SOLD_OUT));
    }

    @Test
    void case09_quantityUpInTheMiddleOfQuietWorkContinuesWithTheNextOrdinal() {
        Campaign campaign = open("drop", 2_000);
        List<Issuance> first = granted(ask(campaign, users("u", 2_000)));
        clock.step(HOUR);
        ledger().doQuietWork();
        changed(campaign, quantity(CampaignTerms.UNLIMITED));
        List<Issuance> second = granted(ask(campaign, users("u", 2_500)));
        ledger().doQuietWork();
        reopen();
        finishQuietWork();
        assertThat(granted(ask(campaign, users("u", 2_600)))).hasSize(100);
        assertThat(second).hasSize(500);
        assertThat(held(askOne(campaign, "u1999"))).isEqualTo(first.get(1_998));
        assertThat(held(askOne(campaign, "u2001"))).isEqualTo(second.getFirst());
    }

    @Test
    void case09_quantityDownToWhatIsIssuedSellsOut() {
        Campaign campaign = open("drop", 10);
        ask(campaign, "a", "b");
        changed(campaign, quantity(2));
        assertThat(askOne(campaign, "c")).isEqualTo(denied(CampaignState.SOLD_OUT));
        assertThat(held(askOne(campaign, "b")).ordinal()).isEqualTo(2);
    }

    @Test
    void case09_quantityBelowWhatIsIssuedIsRefused() {
        Campaign campaign = open("drop", 10);
        ask(campaign, "a", "b");
        assertThat(change(campaign, quantity(1))).isEqualTo(refused(Reason.LIMIT_BELOW_ISSUED));
        assertThat(now(campaign)).isEqualTo(campaign.withIssued(2));
        assertThat(granted(askOne(campaign, "c")).ordinal()).isEqualTo(3);
    }

    @Test
    void theLimitCanBeTakenAwayAndSetAgain() {
        Campaign campaign = open("drop", 1);
        ask(campaign, "a");
        changed(campaign, quantity(CampaignTerms.UNLIMITED));
        assertThat(granted(ask(campaign, "b", "c", "d"))).hasSize(3);
        changed(campaign, quantity(5));
        assertThat(granted(ask(campaign, "e", "f"))).hasSize(1);
    }

    @Test
    void case09_theStartMovesWhileItLiesAhead() {
        Campaign campaign = create("drop", 10, new Window(T0 + HOUR, T0 + 3 * HOUR));
        changed(campaign, start(T0 + 2 * HOUR));
        clock.step(HOUR);
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.SCHEDULED));
        changed(campaign, start(clock.nowMicros()));
        assertThat(granted(askOne(campaign, "a")).issuedAtMicros()).isEqualTo(T0 + HOUR);
    }

    @Test
    void case09_theStartDoesNotMoveOnceItHasPassed() {
        Campaign campaign = create("drop", 10, new Window(T0 + HOUR, T0 + 3 * HOUR));
        clock.step(HOUR);
        assertThat(change(campaign, start(T0 + 2 * HOUR)))
                .isEqualTo(refused(Reason.CAMPAIGN_STARTED));
        assertThat(granted(askOne(campaign, "a")).ordinal()).isEqualTo(1);
    }

    @Test
    void theEndMovesInBothDirections() {
        Campaign campaign = create("drop", 10, new Window(T0, T0 + HOUR));
        changed(campaign, end(T0 + 3 * HOUR));
        clock.step(HOUR);
        assertThat(granted(askOne(campaign, "a")).ordinal()).isEqualTo(1);
        changed(campaign, end(T0 + HOUR + 1));
        clock.step(1);
        assertThat(askOne(campaign, "b")).isEqualTo(denied(CampaignState.ENDED));
    }

    @Test
    void anEndThatHasPassedOrLiesBeforeTheStartIsRefused() {
        Campaign started = create("started", 10, new Window(T0 - HOUR, T0 + HOUR));
        Campaign ahead = create("ahead", 10, new Window(T0 + HOUR, T0 + 2 * HOUR));
        assertThat(change(started, end(T0))).isEqualTo(refused(Reason.END_IN_THE_PAST));
        assertThat(change(ahead, end(T0 + HOUR))).isEqualTo(refused(Reason.END_NOT_AFTER_START));
        assertThat(List.of(now(started), now(ahead))).containsExactly(started, ahead);
    }

    @Test
    void aPauseStopsIssuingUntilItIsResumed() {
        Campaign campaign = open("drop", 10);
        ask(campaign, "a");
        assertThat(changed(campaign, new Pause()).paused()).isTrue();
        assertThat(askOne(campaign, "b")).isEqualTo(denied(CampaignState.PAUSED));
        assertThat(changed(campaign, new Resume()).paused()).isFalse();
        assertThat(granted(askOne(campaign, "b")).ordinal()).isEqualTo(2);
    }

    @Test
    void aPauseHoldsForEveryCallMadeAfterIt() {
        Campaign campaign = open("drop", 1_000);
        AtomicBoolean isPaused = new AtomicBoolean();
        Together.run(4, thread -> pausedBy(thread == 0, campaign, isPaused, "t" + thread + "-"));
        assertThat(now(campaign).stateAt(T0)).isEqualTo(CampaignState.PAUSED);
    }

    private boolean pausedBy(
            boolean isOperator, Campaign campaign, AtomicBoolean isPaused, String prefix) {
        for (UserId user : users(prefix, 30)) {
            boolean wasPaused = isPaused.get();
            Decided decided = ask(campaign, List.of(user));
            assertThat(wasPaused && !granted(decided).isEmpty()).isFalse();
            if (isOperator && user.value().endsWith("-10")) {
                changed(campaign, new Pause());
                isPaused.set(true);
            }
        }
        return isOperator;
    }

    @Test
    void endingStopsIssuingForGood() {
        Campaign campaign = create("drop", 10, new Window(T0, T0 + HOUR));
        ask(campaign, "a");
        clock.step(SECOND);
        Campaign ended = changed(campaign, new End());
        assertThat(ended.terms().window())
                .isEqualTo(new Window(T0, ended.revision().updatedAtMicros()));
        assertThat(askOne(campaign, "b")).isEqualTo(denied(CampaignState.ENDED));
        assertThat(held(askOne(campaign, "a")).ordinal()).isEqualTo(1);
    }

    @Test
    void endingTwiceIsEndingOnce() {
        Campaign campaign = open("drop", 10);
        Campaign ended = changed(campaign, new End());
        clock.step(SECOND);
        assertThat(change(campaign, new End())).isEqualTo(new Changed(ended));
        assertThat(now(campaign)).isEqualTo(ended);
    }

    @Test
    void endingBeforeTheStartNeverOpens() {
        Campaign campaign = create("drop", 10, new Window(T0 + HOUR, T0 + 2 * HOUR));
        changed(campaign, new End());
        clock.step(HOUR + 1);
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.ENDED));
    }

    @Test
    void anEndedCampaignIsNotChanged() {
        Campaign campaign = create("drop", 10, new Window(T0, T0 + HOUR));
        clock.step(HOUR);
        Refused refused = refused(Reason.CAMPAIGN_ENDED);
        assertThat(change(campaign, quantity(20))).isEqualTo(refused);
        assertThat(change(campaign, end(T0 + 2 * HOUR))).isEqualTo(refused);
        assertThat(change(campaign, new Pause())).isEqualTo(refused);
        assertThat(change(campaign, new Resume())).isEqualTo(refused);
        assertThat(now(campaign)).isEqualTo(campaign);
    }

    @Test
    void anAmendmentChangesWhatItNamesAndNothingElse() {
        Campaign campaign = create("drop", 10, new Window(T0 + HOUR, T0 + 2 * HOUR));
        Campaign renamed = changed(campaign, new Amend("다른 이름", null, null, null));
        assertThat(renamed.terms())
                .isEqualTo(new CampaignTerms("다른 이름", 10, campaign.terms().window()));
        Campaign all = changed(campaign, new Amend("all", 20, T0 + 1, Window.NO_END));
        assertThat(all.terms()).isEqualTo(new CampaignTerms("all", 20, Window.from(T0 + 1)));
        assertThat(now(campaign)).isEqualTo(all);
    }

    @Test
    void aCampaignThatIsNotThereIsNotChanged() {
        CampaignId id = new CampaignId("nobody");
        assertThat(ledger().changeDurably(id, OptionalLong.empty(), new Pause()))
                .isEqualTo(new NotFound());
    }

    @Test
    void aWindowThatCouldNeverOpenIsNotCreated() {
        assertThat(creation(new Window(T0 + 1, T0 + 1)))
                .isEqualTo(new CreateOutcome.Refused(Reason.END_NOT_AFTER_START));
        assertThat(creation(new Window(T0 - 1, T0)))
                .isEqualTo(new CreateOutcome.Refused(Reason.END_IN_THE_PAST));
        assertThat(find(new CampaignId("drop"))).isNull();
    }

    private CreateOutcome creation(Window window) {
        return ledger().createDurably(new CampaignId("drop"), new CampaignTerms("n", 1, window));
    }

    @Test
    void anIdentifierInUseIsNotCreatedAgain() {
        Campaign campaign = open("drop", 5);
        ask(campaign, "a");
        assertThat(creation(Window.from(T0))).isEqualTo(new CreateOutcome.AlreadyExists());
        assertThat(now(campaign)).isEqualTo(campaign.withIssued(1));
    }

    @Test
    void thatAnIdentifierIsInUseIsSaidBeforeAnythingOfTheTerms() {
        open("drop", 5);
        assertThat(creation(new Window(T0 - 1, T0))).isEqualTo(new CreateOutcome.AlreadyExists());
        assertThat(creation(new Window(T0, T0))).isEqualTo(new CreateOutcome.AlreadyExists());
    }

    @Test
    void ofConcurrentCreationsOfOneIdentifierOneSucceeds() {
        List<CreateOutcome> outcomes = Together.run(4, _ -> creation(Window.from(T0)));
        List<Campaign> campaigns = ledger().campaigns(0, 10);
        assertThat(campaigns).hasSize(1);
        assertThat(outcomes).containsOnlyOnce(new CreateOutcome.Created(campaigns.getFirst()));
        assertThat(outcomes)
                .containsOnly(
                        new CreateOutcome.Created(campaigns.getFirst()),
                        new CreateOutcome.AlreadyExists());
    }
}
