package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.Ended;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.NotStarted;
import io.firstcome.core.issue.IssueOutcome.Paused;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.Limits;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger.Store;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

/// What is known is refused without the ledger, and only what is known.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class RefusalsFromMemoryTest {
    private static final long END = TestNode.T0 + TestNode.SECOND;

    /// The ways in which a campaign of two coupons comes to issue no more.
    private enum Closing {
        SELL_OUT,
        PAUSE,
        END_BY_OPERATOR,
        END_BY_TIME
    }

    private final Store store = new Store();
    private final WatchedLedger ledger =
            new WatchedLedger(store, new TestClock(TestNode.T0), FaultPlan.NONE);

    @AutoClose private final TestNode node = new TestNode(ledger, Limits.DEFAULT, Runnable::run);

    private Campaign open(int quantity) {
        return node.create("drop", quantity, new Window(TestNode.T0, END));
    }

    /// Closes `drop`, of which one coupon is left; what is answered from then on.
    private IssueOutcome close(Campaign drop, Closing closing) {
        return switch (closing) {
            case SELL_OUT -> {
                node.askNow(drop, "last");
                yield new SoldOut();
            }
            case PAUSE -> {
                node.change(drop, new CampaignChange.Pause());
                yield new Paused();
            }
            case END_BY_OPERATOR -> {
                Campaign ended = node.change(drop, new CampaignChange.End());
                yield new Ended(ended.terms().window().endMicros());
            }
            case END_BY_TIME -> {
                node.clock.set(END);
                yield new Ended(END);
            }
        };
    }

    private int rounds() {
        return ledger.rounds().size();
    }

    @Test
    void aCampaignThatDoesNotExistIsNotFoundWithoutTheLedger() {
        Campaign deleted = open(1);
        node.delete(deleted);
        assertThat(node.ask(deleted, "a").atOnce()).isEqualTo(new NotFound());
        assertThat(rounds()).isZero();
    }

    @Test
    void untilTheMicrosecondOfTheStartTheLedgerIsNotAsked() {
        long start = TestNode.T0 + 10;
        Campaign drop = node.create("drop", 1, Window.from(start));
        for (long now = TestNode.T0; now < start; now++) {
            node.clock.set(now);
            assertThat(node.ask(drop, "a").atOnce()).isEqualTo(new NotStarted(start, now));
        }
        assertThat(rounds()).isZero();
        node.clock.set(start);
        assertThat(node.askNow(drop, "a").ordinal()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void onceTheLedgerHasSaidItOthersAreRefusedFromMemory(Closing closing) {
        Campaign drop = open(2);
        node.askNow(drop, "winner");
        IssueOutcome refusal = close(drop, closing);
        int before = rounds();
        assertThat(node.askNow(drop, "first").atOnce()).isEqualTo(refusal);
        assertThat(rounds()).as("the ledger says it").isEqualTo(before + 1);
        for (String user : List.of("first", "second", "third")) {
            assertThat(node.ask(drop, user).atOnce()).isEqualTo(refusal);
        }
        assertThat(rounds()).as("memory says it").isEqualTo(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void winnersKeepTheirCouponWhenTheCampaignIssuesNoMore(Closing closing) {
        Campaign drop = open(2);
        Coupon coupon = node.askNow(drop, "winner").issued();
        close(drop, closing);
        for (int i = 0; i < 3; i++) {
            assertThat(node.askNow(drop, "winner").held()).isEqualTo(coupon);
            node.askNow(drop, "other");
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterARestartTheLedgerIsAskedOnceAgain(Closing closing) {
        Campaign drop = open(2);
        Coupon coupon = node.askNow(drop, "winner").issued();
        IssueOutcome refusal = close(drop, closing);
        node.askNow(drop, "other");
        node.close();
        WatchedLedger reopened = new WatchedLedger(store, node.clock, FaultPlan.NONE);
        try (TestNode restarted = new TestNode(reopened, Limits.DEFAULT, Runnable::run)) {
            assertThat(restarted.askNow(drop, "other").atOnce()).isEqualTo(refusal);
            assertThat(restarted.ask(drop, "other").atOnce()).isEqualTo(refusal);
            assertThat(reopened.rounds()).hasSize(1);
            assertThat(restarted.askNow(drop, "winner").held()).isEqualTo(coupon);
        }
    }

    @Test
    void aPauseBeforeTheFirstCouponIsKnownWithoutTheLedger() {
        Campaign drop = open(1);
        node.change(drop, new CampaignChange.Pause());
        assertThat(node.ask(drop, "a").atOnce()).isEqualTo(new Paused());
        assertThat(rounds()).isZero();
    }

    @Test
    void theEndIsSaidByTheLedgerFirstEvenWhenNobodyHasWon() {
        Campaign drop = open(1);
        node.clock.set(END);
        assertThat(node.askNow(drop, "a").atOnce()).isEqualTo(new Ended(END));
        assertThat(rounds()).isEqualTo(1);
        assertThat(node.ask(drop, "b").atOnce()).isEqualTo(new Ended(END));
        assertThat(rounds()).isEqualTo(1);
    }

    @Test
    void aWinnersAnswerAfterTheEndDoesNotSayTheEnd() {
        Campaign drop = open(2);
        node.askNow(drop, "winner");
        node.clock.set(END);
        node.askNow(drop, "winner");
        node.askNow(drop, "winner");
        int before = rounds();
        assertThat(node.askNow(drop, "other").atOnce()).isEqualTo(new Ended(END));
        assertThat(rounds()).isEqualTo(before + 1);
    }

    @Test
    void aResumedCampaignIssuesAgain() {
        Campaign drop = open(3);
        node.askNow(drop, "a");
        node.change(drop, new CampaignChange.Pause());
        node.askNow(drop, "b");
        assertThat(node.ask(drop, "b").atOnce()).isEqualTo(new Paused());
        node.change(drop, new CampaignChange.Resume());
        assertThat(node.askNow(drop, "b").ordinal()).isEqualTo(2);
        node.change(drop, new CampaignChange.Pause());
        assertThat(node.askNow(drop, "b").held().issuance().ordinal()).isEqualTo(2);
        assertThat(node.askNow(drop, "c").atOnce()).isEqualTo(new Paused());
    }

    @Test
    void aRaisedCampaignIssuesAgainAndNoOldFilterRefusesItsNewWinners() {
        Campaign drop = open(1);
        node.askNow(drop, "a");
        node.askNow(drop, "b");
        assertThat(node.ask(drop, "b").atOnce()).isEqualTo(new SoldOut());
        node.raise(drop, 2);
        assertThat(node.askNow(drop, "b").ordinal()).isEqualTo(2);
        assertThat(node.askNow(drop, "b").held().issuance().ordinal()).isEqualTo(2);
        assertThat(node.askNow(drop, "c").atOnce()).isEqualTo(new SoldOut());
        assertThat(node.askNow(drop, "b").held().issuance().ordinal()).isEqualTo(2);
    }

    @Test
    void ofManyWinnersNoneIsRefusedAndNearlyAllOthersNeedNoLedger() {
        Campaign drop = open(2_000);
        List<Coupon> coupons = new ArrayList<>();
        List<Reply> asked = askAll(drop, "winner");
        asked.forEach(reply -> coupons.add(reply.issued()));
        askAll(drop, "loser").forEach(reply -> assertThat(reply.atOnce()).isEqualTo(new SoldOut()));
        assertThat(askAll(drop, "winner")).extracting(Reply::held).isEqualTo(coupons);
        assertThat(askAll(drop, "other").stream().filter(Reply::isThere).count()).isEqualTo(2_000);
        int asksOfLedger = ledger.usersOfRounds().getLast().size();
        assertThat(asksOfLedger).isLessThan(100);
    }

    /// Two thousand ask, and are answered.
    private List<Reply> askAll(Campaign drop, String prefix) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            replies.add(node.ask(drop, prefix + i));
        }
        node.drain();
        return replies;
    }
}
