package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignChange.Resume;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.NotFound;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.Revision;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/// Versions: nobody overwrites what somebody else changed.
abstract class VersionsContract extends LedgerTopic {
    VersionsContract(LedgerFactory factory) {
        super(factory);
    }

    private ChangeOutcome changeAt(Campaign campaign, CampaignChange change) {
        OptionalLong version = OptionalLong.of(campaign.revision().version());
        return ledger().changeDurably(campaign.id(), version, change);
    }

    private static Amend name(String name) {
        return new Amend(name, null, null, null);
    }

    @Test
    void everyChangeMakesTheNextVersion() {
        Campaign campaign = open("drop", 10);
        assertThat(campaign.revision()).isEqualTo(new Revision(1, T0, T0));
        clock.step(7);
        Campaign paused = changed(campaign, new Pause());
        assertThat(paused.revision()).isEqualTo(new Revision(2, T0, T0 + 7));
        clock.step(7);
        assertThat(changed(campaign, name("new")).revision())
                .isEqualTo(new Revision(3, T0, T0 + 14));
    }

    @Test
    void aChangeToWhatIsSoAlreadyMakesNoVersion() {
        Campaign campaign = open("drop", 10);
        assertThat(change(campaign, new Resume())).isEqualTo(new Changed(campaign));
        assertThat(change(campaign, name(campaign.terms().name())))
                .isEqualTo(new Changed(campaign));
        assertThat(now(campaign)).isEqualTo(campaign);
    }

    @Test
    void issuingMakesNoVersion() {
        Campaign campaign = open("drop", 10);
        clock.step(SECOND);
        ask(campaign, "a", "b");
        assertThat(now(campaign).revision()).isEqualTo(campaign.revision());
        assertThat(changeAt(campaign, new Pause())).isInstanceOf(Changed.class);
    }

    @Test
    void aChangeOfAnOlderVersionIsOutdated() {
        Campaign campaign = open("drop", 10);
        Campaign paused = changed(campaign, new Pause());
        assertThat(changeAt(campaign, new Resume())).isEqualTo(new Outdated(2));
        assertThat(now(campaign)).isEqualTo(paused);
        assertThat(changeAt(paused, new Resume())).isInstanceOf(Changed.class);
    }

    @Test
    void thatAVersionIsOutdatedIsSaidBeforeWhatElseIsWrong() {
        Campaign campaign = open("drop", 10);
        ask(campaign, "a");
        changed(campaign, new Pause());
        assertThat(changeAt(campaign, new Amend(null, null, T0 + 1, null)))
                .isEqualTo(new Outdated(2));
        assertThat(ledger().deleteDurably(campaign.id(), OptionalLong.of(1)))
                .isEqualTo(new Outdated(2));
    }

    @Test
    void aChangeOfAVersionThatIsNotYetIsOutdated() {
        Campaign campaign = open("drop", 10);
        OptionalLong version = OptionalLong.of(2);
        assertThat(ledger().changeDurably(campaign.id(), version, new Pause()))
                .isEqualTo(new Outdated(1));
    }

    @Test
    void ofConcurrentChangesOfOneVersionExactlyOneIsMade() {
        Campaign campaign = open("drop", 10);
        for (int round = 0; round < 10; round++) {
            Campaign before = now(campaign);
            String prefix = "round " + round + " thread ";
            List<ChangeOutcome> outcomes =
                    Together.run(4, thread -> changeAt(before, name(prefix + thread)));
            Campaign after = now(campaign);
            assertThat(outcomes).containsOnlyOnce(new Changed(after));
            assertThat(outcomes)
                    .containsOnly(new Changed(after), new Outdated(after.revision().version()));
        }
    }

    @Test
    void concurrentChangesOfAnyVersionAreAllMade() {
        Campaign campaign = open("drop", 10);
        Together.run(
                4,
                thread -> {
                    for (int i = 0; i < 10; i++) {
                        changed(campaign, name("thread " + thread + " change " + i));
                        ask(campaign, "u" + thread);
                    }
                    return thread;
                });
        assertThat(now(campaign).revision().version()).isEqualTo(41);
        assertThat(now(campaign).issued()).isEqualTo(4);
    }

    @Test
    void versionsOutliveARestart() {
        Campaign campaign = open("drop", 10);
        changed(campaign, new Pause());
        reopen();
        assertThat(changeAt(campaign, new Resume())).isEqualTo(new Outdated(2));
        assertThat(changeAt(now(campaign), new Resume())).isInstanceOf(Changed.class);
    }

    @Test
    void aDeletionOfAnOlderVersionIsOutdated() {
        Campaign campaign = open("drop", 10);
        Campaign paused = changed(campaign, new Pause());
        assertThat(ledger().deleteDurably(campaign.id(), OptionalLong.of(1)))
                .isEqualTo(new Outdated(2));
        assertThat(now(campaign)).isEqualTo(paused);
        assertThat(ledger().deleteDurably(campaign.id(), OptionalLong.of(2)))
                .isEqualTo(new Deleted(paused));
    }

    @Test
    void whatIsNotThereHasNoVersion() {
        CampaignId id = new CampaignId("nobody");
        OptionalLong version = OptionalLong.of(1);
        assertThat(ledger().changeDurably(id, version, new Pause())).isEqualTo(new NotFound());
        assertThat(ledger().deleteDurably(id, version)).isEqualTo(new NotFound());
    }
}
