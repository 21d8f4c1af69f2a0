package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.IssueOutcome.Ended;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.Paused;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.OptionalLong;

/// Two who act at the same time may tell the board in the wrong order: it shows what came last.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LatePictureTest {
    private static final long END = TestNode.T0 + 10;

    @AutoClose private final TestNode node = new TestNode();
    private final Campaign drop = node.create("drop", 5, new Window(TestNode.T0, END));

    /// Asks, and has `act` done when the ledger has decided and the board is not told yet.
    private Reply askAndMeanwhile(String user, Runnable act) {
        node.ledger.afterRound =
                () -> {
                    node.ledger.letBe();
                    act.run();
                };
        return node.askNow(drop, user);
    }

    @Test
    void aDecisionDoesNotHideALaterChange() {
        Reply reply = askAndMeanwhile("a", () -> node.change(drop, new CampaignChange.Pause()));
        assertThat(reply.ordinal()).isEqualTo(1);
        assertThat(node.shown(drop).paused()).isTrue();
        assertThat(node.shown(drop).issued()).isEqualTo(1);
        assertThat(node.askNow(drop, "b").atOnce()).isEqualTo(new Paused());
    }

    @Test
    void aChangeDoesNotHideALaterDecision() {
        Reply reply = node.ask(drop, "a");
        node.ledger.afterChange = node::drain;
        node.raise(drop, 6);
        assertThat(reply.ordinal()).isEqualTo(1);
        assertThat(node.shown(drop).issued()).isEqualTo(1);
        assertThat(node.shown(drop).terms().quantity()).isEqualTo(6);
    }

    @Test
    void aChangeDoesNotHideALaterChange() {
        node.ledger.afterChange =
                () -> {
                    node.ledger.letBe();
                    node.change(drop, new CampaignChange.Resume());
                };
        node.change(drop, new CampaignChange.Pause());
        assertThat(node.shown(drop)).isEqualTo(node.ledger.campaign(drop.id()));
        assertThat(node.shown(drop).paused()).isFalse();
    }

    @Test
    void aDecisionDoesNotBringBackACampaignThatWasDeletedSince() {
        Reply reply = node.ask(drop, "a");
        node.clock.set(END);
        node.ledger.afterRound = () -> assertThat(node.delete(drop)).isInstanceOf(Deleted.class);
        node.drain();
        assertThat(reply.atOnce()).isEqualTo(new Ended(END));
        assertThat(node.board.campaign(drop.id())).isNull();
        assertThat(node.ask(drop, "a").atOnce()).isEqualTo(new NotFound());
    }

    @Test
    void aDecisionDoesNotHideAnotherCampaignThatGotTheIdentifierSince() {
        Reply reply = node.ask(drop, "a");
        node.clock.set(END);
        node.ledger.afterRound = this::replace;
        node.drain();
        assertThat(reply.atOnce()).isEqualTo(new Ended(END));
        checkReplaced();
    }

    @Test
    void requestsForADeletedCampaignAreNotFound() {
        Reply reply = node.ask(drop, "a");
        node.delete(drop);
        node.drain();
        assertThat(reply.atOnce()).isEqualTo(new NotFound());
        assertThat(node.board.size()).isZero();
    }

    @Test
    void requestsForADeletedCampaignDoNotTakeAnotherOfItsIdentifierOffTheBoard() {
        Reply reply = node.ask(drop, "a");
        replace();
        node.drain();
        assertThat(reply.atOnce()).isEqualTo(new NotFound());
        checkReplaced();
    }

    @Test
    void aCampaignThatIsGoneFromTheLedgerComesOffTheBoard() {
        node.ledger.deleteDurably(drop.id(), OptionalLong.empty());
        assertThat(node.askNow(drop, "a").atOnce()).isEqualTo(new NotFound());
        assertThat(node.board.campaign(drop.id())).isNull();
    }

    @Test
    void aCampaignThatIsGoneFromTheLedgerGivesWayToAnotherOfItsIdentifier() {
        node.ledger.deleteDurably(drop.id(), OptionalLong.empty());
        node.open("drop", 3);
        checkReplaced();
    }

    private void replace() {
        node.ledger.letBe();
        assertThat(node.delete(drop)).isInstanceOf(Deleted.class);
        node.open("drop", 3);
    }

    private void checkReplaced() {
        assertThat(node.shown(drop).number()).isNotEqualTo(drop.number());
        assertThat(node.shown(drop)).isEqualTo(node.ledger.campaign(drop.id()));
        assertThat(node.askNow(drop, "b").ordinal()).isEqualTo(1);
    }
}
