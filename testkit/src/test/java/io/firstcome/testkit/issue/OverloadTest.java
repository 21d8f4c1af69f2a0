package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.IssueOutcome.Overloaded;
import io.firstcome.core.issue.Limits;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/// At most two requests wait for a campaign, and three for all of them.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class OverloadTest {
    private static final Limits LIMITS = new Limits(2, 3, 100, 100, 100);

    @AutoClose private final TestNode node = new TestNode(LIMITS);
    private final Campaign drop = node.open("drop", 10);
    private final Campaign other = node.open("other", 20);

    @Test
    void aFullQueueTurnsTheNewestAwayAtOnce() {
        List<Reply> inside = node.askAll(drop, "a", "b");
        assertThat(node.ask(drop, "c").atOnce()).isEqualTo(new Overloaded());
        assertThat(inside).noneMatch(Reply::isThere);
    }

    @Test
    void thoseInsideKeepTheirOrder() {
        List<Reply> inside = node.askAll(drop, "a", "b");
        node.askAll(drop, "c", "d");
        node.drain();
        assertThat(inside).extracting(Reply::ordinal).containsExactly(1, 2);
        assertThat(node.ledger.usersOfRounds()).containsExactly(List.of("a", "b"));
    }

    @Test
    void aFullQueueTurnsNobodyAwayFromAnotherCampaign() {
        node.askAll(drop, "a", "b", "c");
        Reply reply = node.ask(other, "c");
        assertThat(reply.isThere()).isFalse();
        node.drain();
        assertThat(reply.ordinal()).isEqualTo(1);
    }

    @Test
    void theLimitOfAllCampaignsTurnsTheNewestAwayAtOnce() {
        List<Reply> inside = node.askAll(drop, "a", "b");
        Reply last = node.ask(other, "c");
        assertThat(node.ask(other, "d").atOnce()).isEqualTo(new Overloaded());
        assertThat(node.ask(drop, "d").atOnce()).isEqualTo(new Overloaded());
        node.drain();
        assertThat(inside).extracting(Reply::ordinal).containsExactly(1, 2);
        assertThat(last.ordinal()).isEqualTo(1);
    }

    @Test
    void whoeverIsTurnedAwayDoesNotCountAsWaiting() {
        node.askAll(drop, "a", "b");
        for (int i = 0; i < 100; i++) {
            assertThat(node.ask(drop, "c").atOnce()).isEqualTo(new Overloaded());
        }
        assertThat(node.waiting()).isEqualTo(2);
        assertThat(node.ask(other, "c").isThere()).isFalse();
        assertThat(node.waiting()).isEqualTo(3);
    }

    @Test
    void requestsThatAreBeingDecidedCountAsWaiting() {
        Gate gate = new Gate();
        node.ledger.beforeRound = gate::pass;
        node.start();
        node.ask(drop, "a");
        gate.awaitArrival();
        node.askAll(drop, "b", "c");
        assertThat(node.ask(other, "d").atOnce()).isEqualTo(new Overloaded());
        gate.open();
    }

    @Test
    void whenAllIsAnsweredNothingWaitsAndRequestsAreAdmittedAgain() throws InterruptedException {
        node.start();
        for (int i = 0; i < 10; i++) {
            Gate gate = new Gate();
            node.ledger.beforeRound = gate::pass;
            node.ask(drop, "a" + i);
            gate.awaitArrival();
            node.askAll(other, "a" + i, "b" + i);
            assertThat(node.ask(drop, "turned away").atOnce()).isEqualTo(new Overloaded());
            gate.open();
            node.observer.awaitCommitted(3);
            assertThat(node.waiting()).isZero();
        }
        assertThat(node.shown(drop).issued()).isEqualTo(10);
        assertThat(node.shown(other).issued()).isEqualTo(20);
    }

    @Test
    void whoWasTurnedAwayMayAskAgainAndIsIssuedACoupon() {
        node.askAll(drop, "a", "b", "c");
        node.drain();
        assertThat(node.askNow(drop, "c").ordinal()).isEqualTo(3);
    }
}
