package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.NotAttempted;
import io.firstcome.core.issue.IssueOutcome.Refused;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;
import io.firstcome.testkit.Fault;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger.Store;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A ledger that is unhealthy for good after its first fault, until a restart.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LedgerStoppedTest {
    private static final int COUPONS = 7;

    private final Store store = new Store();
    private final TestClock clock = new TestClock(TestNode.T0);

    private TestNode node(FaultPlan faults) {
        return new TestNode(
                new WatchedLedger(store, clock, faults), TestNode.rounds(2, 3), Runnable::run);
    }

    /// The plan by which the act that comes after `acts` others has a fault.
    private static FaultPlan after(int acts, Fault fault) {
        AtomicInteger left = new AtomicInteger(acts);
        return call -> left.getAndDecrement() == 0 ? fault : Fault.NONE;
    }

    @Test
    void anUnhealthyLedgerTurnsEverybodyAwayAtTheDoor() {
        try (TestNode node = node(after(1, Fault.BEFORE))) {
            Campaign drop = node.open("drop", COUPONS);
            assertThat(node.askNow(drop, "a").atOnce()).isEqualTo(new Unknown());
            assertThat(node.ask(drop, "a").atOnce()).isEqualTo(new Unavailable());
            assertThat(node.ask(drop, "b").atOnce()).isEqualTo(new Unavailable());
            assertThat(node.waiting()).isZero();
            assertThat(node.ledger.rounds()).hasSize(1);
        }
    }

    @Test
    void whatWaitedBehindTheFaultIsUnavailable() {
        try (TestNode node = node(after(1, Fault.BEFORE))) {
            Campaign drop = node.open("drop", COUPONS);
            List<Reply> replies = node.askAll(drop, "a", "b", "c", "d", "e");
            node.drain();
            assertThat(replies)
                    .extracting(Reply::atOnce)
                    .containsExactly(
                            new Unknown(),
                            new Unknown(),
                            new Unavailable(),
                            new Unavailable(),
                            new Unavailable());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whicheverActFailsEveryAnswerStaysTrueAfterTheRestart(Fault fault) {
        for (int acts = 1; acts <= 12; acts++) {
            failAndRestart(after(acts, fault), "drop" + acts);
        }
    }

    private void failAndRestart(FaultPlan faults, String id) {
        Campaign drop;
        List<Reply> replies;
        try (TestNode failing = node(faults)) {
            drop = failing.open(id, COUPONS);
            replies = askAll(failing, drop);
        }
        try (TestNode restarted = node(FaultPlan.NONE)) {
            replies.forEach(reply -> checkStillTrue(reply.atOnce(), restarted, drop, reply));
            assertThat(restarted.shown(drop).issued()).isEqualTo(COUPONS);
        }
    }

    private static List<Reply> askAll(TestNode failing, Campaign drop) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            replies.addAll(failing.askAll(drop, "user" + i, "user" + i / 2));
            failing.drain();
        }
        return replies;
    }

    private static void checkStillTrue(
            IssueOutcome told, TestNode restarted, Campaign drop, Reply reply) {
        Reply again = restarted.askNow(drop, reply.user.value());
        switch (told) {
            case Issued(Coupon coupon) -> assertThat(again.held()).isEqualTo(coupon);
            case AlreadyIssued(Coupon coupon) -> assertThat(again.held()).isEqualTo(coupon);
            case Refused refused -> assertThat(again.atOnce()).isEqualTo(refused);
            case Unknown _, NotAttempted _ ->
                    assertThat(again.atOnce())
                            .isInstanceOfAny(Issued.class, AlreadyIssued.class, SoldOut.class);
        }
    }
}
