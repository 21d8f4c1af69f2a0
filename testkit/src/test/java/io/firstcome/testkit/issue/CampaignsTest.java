package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.ChangeOutcome.Reason;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Board;
import io.firstcome.core.issue.Campaigns;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.Limits;
import io.firstcome.core.ledger.CreateOutcome.AlreadyExists;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.CreateOutcome.Full;
import io.firstcome.core.ledger.CreateOutcome.Refused;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.Fault;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger.Store;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.OptionalLong;

/// What operators do stands in the ledger and on the board when they are told.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class CampaignsTest {
    private final Store store = new Store();
    private final TestClock clock = new TestClock(TestNode.T0);
    private volatile boolean isFailing;

    @AutoClose private final TestNode node = node();

    private TestNode node() {
        FaultPlan faults = call -> isFailing ? Fault.BEFORE : Fault.NONE;
        WatchedLedger ledger = new WatchedLedger(store, clock, faults);
        return new TestNode(ledger, Limits.DEFAULT, Runnable::run);
    }

    @Test
    void aCreatedCampaignIsOnTheBoard() {
        Campaign drop = node.open("drop", 5);
        assertThat(node.board.campaign(drop.id())).isEqualTo(drop);
        assertThat(node.board.size()).isEqualTo(1);
        assertThat(node.ledger.campaign(drop.id())).isEqualTo(drop);
    }

    @Test
    void aCampaignThatWasNotCreatedIsNotOnTheBoard() {
        Campaign drop = node.open("drop", 5);
        assertThat(node.campaigns.create(drop.id(), node.raise(drop, 9).terms()))
                .isEqualTo(new AlreadyExists());
        CampaignId id = new CampaignId("never");
        Window never = new Window(TestNode.T0 + 2, TestNode.T0 + 2);
        node.create("other", 1, Window.from(TestNode.T0));
        assertThat(node.campaigns.create(id, new CampaignTerms("name", 1, never)))
                .isEqualTo(new Refused(Reason.END_NOT_AFTER_START));
        assertThat(node.board.campaign(id)).isNull();
        assertThat(node.shown(drop).terms().quantity()).isEqualTo(9);
        assertThat(node.board.size()).isEqualTo(2);
    }

    @Test
    void everyChangeIsOnTheBoard() {
        Campaign drop = node.open("drop", 5);
        node.raise(drop, 6);
        assertThat(node.shown(drop).terms().quantity()).isEqualTo(6);
        node.change(drop, new CampaignChange.Pause());
        assertThat(node.shown(drop).paused()).isTrue();
        node.change(drop, new CampaignChange.Resume());
        assertThat(node.shown(drop).paused()).isFalse();
        Campaign ended = node.change(drop, new CampaignChange.End());
        assertThat(ended.stateAt(node.now())).isEqualTo(CampaignState.ENDED);
        assertThat(node.shown(drop)).isEqualTo(ended);
        assertThat(node.shown(drop)).isEqualTo(node.ledger.campaign(drop.id()));
    }

    @Test
    void aChangeThatWasNotMadeLeavesTheBoardAsItIs() {
        Campaign drop = node.raise(node.open("drop", 5), 6);
        CampaignChange pause = new CampaignChange.Pause();
        assertThat(node.campaigns.change(drop.id(), OptionalLong.of(1), pause))
                .isEqualTo(new Outdated(2));
        assertThat(node.campaigns.delete(drop.id(), OptionalLong.of(1))).isEqualTo(new Outdated(2));
        assertThat(node.shown(drop)).isEqualTo(drop);
    }

    @Test
    void aDeletedCampaignIsOffTheBoard() {
        Campaign drop = node.open("drop", 5);
        assertThat(node.delete(drop)).isEqualTo(new Deleted(drop));
        assertThat(node.board.campaign(drop.id())).isNull();
        assertThat(node.board.size()).isZero();
        assertThat(node.delete(drop)).isEqualTo(new ChangeOutcome.NotFound());
        assertThat(node.ask(drop, "a").atOnce()).isEqualTo(new NotFound());
    }

    @Test
    void aCampaignThatIssuedIsNeitherDeletedNorTakenOffTheBoard() {
        Campaign drop = node.open("drop", 5);
        node.askNow(drop, "a");
        assertThat(node.delete(drop)).isEqualTo(new ChangeOutcome.Refused(Reason.COUPONS_ISSUED));
        assertThat(node.askNow(drop, "b").ordinal()).isEqualTo(2);
    }

    @Test
    void theIdentifierOfADeletedCampaignCanBeUsedForAnotherOne() {
        Campaign old = node.open("drop", 5);
        node.delete(old);
        Campaign drop = node.open("drop", 3);
        assertThat(drop.number()).isNotEqualTo(old.number());
        assertThat(node.shown(old)).isEqualTo(drop);
        assertThat(node.askNow(drop, "a").ordinal()).isEqualTo(1);
        assertThat(node.ledger.rounds().getFirst().getFirst().campaignNumber())
                .isEqualTo(drop.number());
    }

    @Test
    void thereAreNoMoreCampaignsThanTheMaxUntilOneIsDeleted() {
        Campaigns two = new Campaigns(node.ledger, node.board, 2);
        Campaign first = node.open("first", 1);
        assertThat(two.create(new CampaignId("second"), first.terms())).isInstanceOf(Created.class);
        CampaignId third = new CampaignId("third");
        assertThat(two.create(third, first.terms())).isEqualTo(new Full(2));
        assertThat(node.board.campaign(third)).isNull();
        assertThat(node.ledger.campaign(third)).isNull();
        two.delete(first.id(), OptionalLong.empty());
        assertThat(two.create(third, first.terms())).isInstanceOf(Created.class);
    }

    @Test
    void afterARestartEveryCampaignIsOnTheBoardAsItWas() {
        Campaign running = node.open("running", 2);
        node.askNow(running, "a");
        Campaign paused = node.change(node.open("paused", 1), new CampaignChange.Pause());
        node.delete(node.open("deleted", 1));
        node.close();
        try (TestNode restarted = node()) {
            assertThat(restarted.board.size()).isEqualTo(2);
            assertThat(restarted.shown(paused)).isEqualTo(paused);
            assertThat(restarted.shown(running)).isEqualTo(running.withIssued(1));
            assertThat(restarted.askNow(running, "a").held().issuance().ordinal()).isEqualTo(1);
            assertThat(restarted.askNow(running, "b").ordinal()).isEqualTo(2);
        }
    }

    @Test
    void thousandsOfCampaignsAreLoaded() {
        Campaign first = node.open("drop0", 1);
        for (int i = 1; i < 2_500; i++) {
            node.ledger.createDurably(new CampaignId("drop" + i), first.terms());
        }
        Board board = new Board(Limits.DEFAULT);
        new Campaigns(node.ledger, board, 10_000).load();
        assertThat(board.size()).isEqualTo(2_500);
    }

    @Test
    void anActThatFailsLeavesTheBoardAsItIsAndLetsOthersAct() {
        Campaign drop = node.open("drop", 5);
        isFailing = true;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> node.open("other", 5)).isInstanceOf(LedgerException.class);
            assertThatThrownBy(() -> node.raise(drop, 6)).isInstanceOf(LedgerException.class);
            assertThatThrownBy(() -> node.delete(drop)).isInstanceOf(LedgerException.class);
        }
        assertThat(node.board.size()).isEqualTo(1);
        assertThat(node.shown(drop)).isEqualTo(drop);
    }
}
