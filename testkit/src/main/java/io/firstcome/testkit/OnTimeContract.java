package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.LedgerException;

import org.junit.jupiter.api.Test;

import java.util.List;

/// On time, to the microsecond, by a clock that never runs backwards.
abstract class OnTimeContract extends LedgerTopic {
    private static final long START = T0 + 10 * SECOND;
    private static final long END = START + HOUR;

    OnTimeContract(LedgerFactory factory) {
        super(factory);
    }

    private Campaign drop() {
        return create("drop", 100, new Window(START, END));
    }

    @Test
    void case05_aMicrosecondBeforeTheStartNothingIsIssued() {
        Campaign campaign = drop();
        clock.set(START - 1);
        assertThat(askOne(campaign, "u")).isEqualTo(denied(CampaignState.SCHEDULED));
        assertThat(issuances(campaign)).isEmpty();
    }

    @Test
    void case05_aMillisecondBeforeTheStartNothingIsIssuedAndAtTheStartItIs() {
        Campaign campaign = drop();
        clock.set(START - 1_000);
        assertThat(askOne(campaign, "u")).isEqualTo(denied(CampaignState.SCHEDULED));
        clock.set(START);
        assertThat(granted(askOne(campaign, "u")).issuedAtMicros()).isEqualTo(START);
    }

    @Test
    void case05_aMicrosecondBeforeTheEndACouponIsIssued() {
        Campaign campaign = drop();
        clock.set(END - 1);
        assertThat(granted(askOne(campaign, "u")).issuedAtMicros()).isEqualTo(END - 1);
    }

    @Test
    void case05_atTheEndNothingIsIssued() {
        Campaign campaign = drop();
        clock.set(END);
        assertThat(askOne(campaign, "u")).isEqualTo(denied(CampaignState.ENDED));
        assertThat(issuances(campaign)).isEmpty();
    }

    @Test
    void aCampaignWithoutAnEndIssuesAfterYears() {
        Campaign campaign = create("drop", 100, Window.from(START));
        clock.set(START + 20L * 365 * 24 * HOUR);
        assertThat(granted(askOne(campaign, "u")).issuedAtMicros()).isEqualTo(clock.nowMicros());
    }

    @Test
    void aCampaignCreatedAfterItsStartIsOpenAtOnce() {
        Campaign campaign = create("drop", 100, new Window(T0 - HOUR, END));
        assertThat(granted(askOne(campaign, "u")).issuedAtMicros()).isEqualTo(T0);
    }

    @Test
    void theClockFollowsItsSourceToTheMicrosecond() {
        clock.step(1);
        assertThat(ledger().clock().nowMicros()).isEqualTo(T0 + 1);
        clock.step(999_999);
        assertThat(ledger().clock().nowMicros()).isEqualTo(T0 + SECOND);
    }

    @Test
    void case07_whileTheClockIsSteppedBackTimesStandStill() {
        Campaign campaign = drop();
        clock.set(START + SECOND);
        ask(campaign, "a");
        clock.step(-SECOND / 2);
        assertThat(granted(askOne(campaign, "b")).issuedAtMicros()).isEqualTo(START + SECOND);
        clock.step(SECOND);
        assertThat(granted(askOne(campaign, "c")).issuedAtMicros())
                .isEqualTo(START + SECOND + SECOND / 2);
    }

    @Test
    void case07_steppingBackBeforeTheStartDoesNotCloseWhatOpened() {
        Campaign campaign = drop();
        clock.set(START);
        ask(campaign, "a");
        clock.set(START - HOUR);
        assertThat(granted(askOne(campaign, "b")).issuedAtMicros()).isEqualTo(START);
    }

    @Test
    void case07_steppingBackDoesNotOpenAnEndedCampaign() {
        Campaign campaign = drop();
        clock.set(END);
        ask(campaign, "a");
        clock.set(END - 1);
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.ENDED));
    }

    @Test
    void case07_steppingBackAcrossARestartKeepsTheTimesInOrder() {
        Campaign campaign = drop();
        clock.set(START + SECOND);
        Issuance before = granted(askOne(campaign, "a"));
        clock.set(START);
        reopen();
        assertThat(ledger().clock().nowMicros()).isGreaterThanOrEqualTo(before.issuedAtMicros());
        assertThat(granted(askOne(campaign, "b")).issuedAtMicros())
                .isGreaterThanOrEqualTo(before.issuedAtMicros());
    }

    @Test
    void case07_steppingBackAcrossARestartDoesNotOpenACampaignThatWasCalledEnded() {
        Campaign campaign = drop();
        clock.set(END);
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.ENDED));
        clock.set(END - SECOND);
        reopen();
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.ENDED));
    }

    @Test
    void case07_steppingBackAcrossARestartDoesNotOpenWhatAnOperatorEnded() {
        Campaign campaign = drop();
        clock.set(START + SECOND);
        changed(campaign, new CampaignChange.End());
        clock.set(START);
        reopen();
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.ENDED));
    }

    @Test
    void case07_steppingBackAcrossACrashDoesNotOpenACampaignWhoseEndWasMadeDurable() {
        NthCall crash = new NthCall(1, NthCall.Mode.FOR_GOOD);
        Campaign campaign = drop();
        reopen(crash);
        clock.set(END + 1);
        ledger().passDurably(END);
        crash(crash);
        clock.set(END - SECOND);
        reopen();
        assertThat(ledger().clock().nowMicros()).isGreaterThanOrEqualTo(END);
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.ENDED));
    }

    /// Ends the ledger without its getting to anything that is not durable yet.
    private void crash(NthCall crash) {
        crash.arm();
        try {
            ledger().close();
        } catch (LedgerException e) {
            assertThat(crash.isReached()).isTrue();
        }
        crash.disarm();
    }

    @Test
    void case07_whatIsDurablyPastNeedsNoStore() {
        NthCall faults = new NthCall(1, NthCall.Mode.FOR_GOOD);
        reopen(faults);
        clock.step(SECOND);
        ledger().passDurably(T0 + 1);
        faults.arm();
        ledger().passDurably(T0 + SECOND);
        ledger().passDurably(T0);
        faults.disarm();
        assertThat(faults.isReached()).isFalse();
        assertThat(ledger().isHealthy()).isTrue();
    }

    @Test
    void case07_anOperatorsEndComesAfterEveryCouponThoughTheClockStandsStill() {
        Campaign campaign = drop();
        clock.set(START);
        long issuedAt = granted(askOne(campaign, "a")).issuedAtMicros();
        Campaign ended = changed(campaign, new CampaignChange.End());
        assertThat(ended.terms().window().endMicros()).isEqualTo(issuedAt + 1);
        assertThat(askOne(campaign, "b")).isEqualTo(denied(CampaignState.ENDED));
        reopen();
        assertThat(askOne(campaign, "b")).isEqualTo(denied(CampaignState.ENDED));
    }

    @Test
    void case07_theTimesOfChangesNeverDecrease() {
        Campaign campaign = drop();
        clock.step(5);
        Campaign paused = changed(campaign, new CampaignChange.Pause());
        clock.step(-SECOND);
        Campaign resumed = changed(campaign, new CampaignChange.Resume());
        reopen();
        Campaign pausedAgain = changed(campaign, new CampaignChange.Pause());
        assertThat(List.of(campaign, paused, resumed, pausedAgain))
                .extracting(it -> it.revision().updatedAtMicros())
                .isSorted();
    }
}
