package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.NotStarted;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.ledger.CampaignFollower;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Objects;
import java.util.Set;

/// What a node makes of what others do to the campaigns of its ledger.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class FollowingTest {
    private static final long START = TestNode.T0 + TestNode.SECOND;
    private static final long END = START + TestNode.SECOND;

    @AutoClose private final TestNode node = new TestNode();

    private CampaignFollower follower() {
        return Objects.requireNonNull(node.ledger.follower);
    }

    @Test
    void whatOthersDidIsOnTheBoard() {
        Campaign campaign = node.create("drop", 10, new Window(START, END));
        follower().seen(campaign.withIssued(3));
        assertThat(node.shown(campaign).issued()).isEqualTo(3);
        follower().seen(campaign.withIssued(2));
        assertThat(node.shown(campaign).issued()).isEqualTo(3);
        follower().seen(campaign);
        assertThat(node.shown(campaign).issued()).isEqualTo(3);
    }

    @Test
    void countsAreWantedOfWhatIsOpenOrWasSinceThen() {
        Campaign campaign = node.create("drop", 10, new Window(START, END));
        Campaign paused = node.create("paused", 10, new Window(START, END));
        node.change(paused, new CampaignChange.Pause());
        assertThat(follower().counted(TestNode.T0)).isEmpty();
        node.clock.set(START);
        assertThat(follower().counted(TestNode.T0)).containsExactly(campaign.number());
        node.clock.set(END + 5);
        assertThat(follower().counted(END - 1)).containsExactly(campaign.number());
        assertThat(follower().counted(END)).isEmpty();
        follower().seen(campaign.withIssued(10));
        assertThat(follower().counted(TestNode.T0)).isEmpty();
    }

    @Test
    void whatOthersDeletedIsOffTheBoard() {
        Campaign gone = node.open("gone", 10);
        Campaign stays = node.open("stays", 10);
        Campaign later = node.open("later", 10);
        long unknown = 99;
        assertThat(follower().remaining(Set.of(stays.number(), unknown), stays.number()))
                .containsExactly(unknown);
        assertThat(node.board.campaign(gone.id())).isNull();
        assertThat(node.board.campaign(stays.id())).isEqualTo(stays);
        assertThat(node.board.campaign(later.id())).isEqualTo(later);
    }

    @Test
    void whileItMayLackAChangeTheLedgerDecides() {
        Campaign campaign = node.create("drop", 10, new Window(START, END));
        node.ledger.isFollowed = false;
        Reply reply = node.ask(campaign, "a");
        assertThat(reply.isThere()).isFalse();
        node.drain();
        assertThat(reply.outcome()).isInstanceOf(NotStarted.class);
        assertThat(node.ledger.rounds()).hasSize(1);
        node.ledger.isFollowed = true;
        assertThat(node.ask(campaign, "a").outcome()).isInstanceOf(NotStarted.class);
        assertThat(node.ledger.rounds()).hasSize(1);
    }

    @Test
    void whileItMayLackACampaignNobodyIsToldThatThereIsNone() {
        node.ledger.isFollowed = false;
        assertThat(askUnknown().outcome()).isInstanceOf(Unavailable.class);
        node.ledger.isFollowed = true;
        assertThat(askUnknown().outcome()).isInstanceOf(NotFound.class);
    }

    private Reply askUnknown() {
        return node.ask(new Reply(new CampaignId("unknown"), new UserId("a")), Long.MAX_VALUE);
    }
}
