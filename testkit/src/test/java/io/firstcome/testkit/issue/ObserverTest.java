package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.issue.Recorder.Committed;
import io.firstcome.testkit.issue.Recorder.Opened;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;

/// What the committer tells whoever keeps the figures.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class ObserverTest {
    private static final long START = TestNode.T0 + 100;

    @AutoClose private final TestNode node = new TestNode(TestNode.rounds(3, 3));

    private Campaign scheduled() {
        return node.create("drop", 9, Window.from(START));
    }

    @Test
    void aRoundIsToldWithItsSizeItsLongestWaitAndItsTime() {
        Campaign drop = node.open("drop", 9);
        node.nanos.set(1_000);
        node.ask(drop, "a");
        node.nanos.set(1_200);
        node.askAll(drop, "b", "a");
        node.nanos.set(1_500);
        node.ledger.afterRound = () -> node.nanos.addAndGet(70);
        node.drain();
        assertThat(node.observer.committed).containsExactly(new Committed(3, 500, 70));
    }

    @Test
    void theLongestWaitIsThatOfAllCampaigns() {
        Campaign drop = node.open("drop", 9);
        Campaign other = node.open("other", 9);
        node.ask(other, "a");
        node.nanos.set(100);
        node.ask(drop, "a");
        node.nanos.set(150);
        node.drain();
        assertThat(node.observer.committed).containsExactly(new Committed(2, 150, 0));
    }

    @Test
    void everyDecidedRequestIsToldOnce() {
        Campaign drop = node.open("drop", 5);
        for (int i = 0; i < 10; i++) {
            node.ask(drop, "user" + i);
        }
        node.drain();
        assertThat(node.observer.committed)
                .extracting(Committed::requests)
                .containsExactly(3, 3, 3, 1);
    }

    @Test
    void whoExpiredIsNotToldAsDecided() {
        Campaign drop = node.open("drop", 5);
        node.ask(drop, "late", 50);
        node.nanos.set(10);
        node.ask(drop, "in time");
        node.nanos.set(100);
        node.drain();
        assertThat(node.observer.committed).containsExactly(new Committed(1, 90, 0));
    }

    @Test
    void aRoundOfWhichAllExpiredIsNotTold() {
        node.ask(node.open("drop", 5), "a", 50);
        node.nanos.set(50);
        node.drain();
        assertThat(node.observer.committed).isEmpty();
    }

    @Test
    void aRoundThatTheLedgerDidNotDecideIsNotTold() {
        node.ask(node.open("drop", 5), "a");
        node.ledger.beforeRound =
                () -> {
                    throw LedgerException.notAttempted("planned", new IOException());
                };
        node.drain();
        assertThat(node.observer.committed).isEmpty();
        assertThat(node.observer.failures).hasSize(1);
    }

    @Test
    void refusalsFromMemoryAreNotTold() {
        node.ask(scheduled(), "a");
        node.drain();
        assertThat(node.observer.committed).isEmpty();
    }

    @Test
    void theFirstCouponOfACampaignIsToldWithItsDelayAfterTheStart() {
        Campaign drop = scheduled();
        node.clock.set(START + 7);
        node.askAll(drop, "a", "b");
        node.drain();
        assertThat(node.observer.opened).containsExactly(new Opened("drop", 7));
    }

    @Test
    void laterCouponsAreNotToldAsTheFirst() {
        Campaign drop = scheduled();
        node.clock.set(START);
        for (int i = 0; i < 5; i++) {
            node.askNow(drop, "user" + i);
            node.askNow(drop, "user0");
        }
        assertThat(node.observer.opened).containsExactly(new Opened("drop", 0));
    }

    @Test
    void anOpeningBeforeWhichNothingIsIssuedIsNotTold() {
        Campaign drop = node.create("drop", 9, new Window(START, START + 1));
        node.clock.set(START);
        node.ask(drop, "a");
        node.clock.set(START + 1);
        node.drain();
        assertThat(node.observer.opened).isEmpty();
    }

    @Test
    void aCampaignThatWasCreatedAfterItsStartIsNotToldToOpen() {
        node.askNow(node.create("past", 9, Window.from(TestNode.T0 - 50)), "a");
        node.askNow(node.create("now", 9, Window.from(TestNode.T0)), "a");
        assertThat(node.observer.opened).isEmpty();
    }

    @Test
    void theFirstCouponIsToldThoughAnOperatorHasShownItOnTheBoardMeanwhile() {
        Campaign drop = scheduled();
        node.clock.set(START);
        node.ledger.afterRound =
                () -> {
                    node.ledger.letBe();
                    node.change(drop, new CampaignChange.Pause());
                };
        node.askNow(drop, "a");
        assertThat(node.observer.opened).containsExactly(new Opened("drop", 0));
    }
}
