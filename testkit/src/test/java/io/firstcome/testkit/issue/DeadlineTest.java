package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.IssueOutcome.Expired;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;

/// Requests that have waited for too long.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class DeadlineTest {
    @AutoClose private final TestNode node = new TestNode();
    private final Campaign drop = node.open("drop", 10);

    @Test
    void aRequestWhoseDeadlineHasPassedIsNotAttempted() {
        Reply reply = node.ask(drop, "a", 100);
        node.nanos.set(101);
        node.drain();
        assertThat(reply.atOnce()).isEqualTo(new Expired());
        assertThat(node.ledger.rounds()).isEmpty();
        assertThat(node.shown(drop).issued()).isZero();
    }

    @Test
    void theDeadlineItselfIsTooLateAndTheNanosecondBeforeIsNot() {
        Reply late = node.ask(drop, "late", 100);
        Reply inTime = node.ask(drop, "in time", 101);
        node.nanos.set(100);
        node.drain();
        assertThat(late.atOnce()).isEqualTo(new Expired());
        assertThat(inTime.ordinal()).isEqualTo(1);
    }

    @Test
    void expiredRequestsLeaveNoGapAndTheOthersTheirOrder() {
        Reply a = node.ask(drop, "a");
        Reply b = node.ask(drop, "b", 1);
        Reply c = node.ask(drop, "c");
        Reply d = node.ask(drop, "d", 1);
        node.nanos.set(1);
        node.drain();
        assertThat(List.of(a.ordinal(), c.ordinal())).containsExactly(1, 2);
        assertThat(List.of(b.atOnce(), d.atOnce())).containsOnly(new Expired());
        assertThat(node.ledger.usersOfRounds()).containsExactly(List.of("a", "c"));
    }

    @Test
    void aCampaignWhoseRequestsHaveAllExpiredIsNotDecided() {
        Campaign other = node.open("other", 10);
        node.ask(other, "a", 1);
        Reply reply = node.ask(drop, "b");
        node.nanos.set(1);
        node.drain();
        assertThat(reply.ordinal()).isEqualTo(1);
        assertThat(node.ledger.rounds().getFirst()).hasSize(1);
    }

    @Test
    void whoeverExpiredMayAskAgain() {
        node.ask(drop, "a", 0);
        node.drain();
        assertThat(node.askNow(drop, "a").ordinal()).isEqualTo(1);
    }

    @Test
    void clocksMayOverflow() {
        node.nanos.set(Long.MAX_VALUE);
        Reply inTime = node.ask(drop, "in time", Long.MIN_VALUE + 10);
        Reply late = node.ask(drop, "late", Long.MIN_VALUE + 4);
        node.nanos.set(Long.MIN_VALUE + 5);
        node.drain();
        assertThat(inTime.ordinal()).isEqualTo(1);
        assertThat(late.atOnce()).isEqualTo(new Expired());
    }

    @Test
    void aDeadlineThatPassesWhileTheRoundBeforeIsDecidedIsHonoured() {
        Gate gate = new Gate();
        node.ledger.beforeRound = gate::pass;
        node.start();
        Reply first = node.ask(drop, "a", 100);
        gate.awaitArrival();
        Reply late = node.ask(drop, "b", 100);
        Reply inTime = node.ask(drop, "c", 101);
        node.nanos.set(100);
        gate.open();
        assertThat(late.outcome()).isEqualTo(new Expired());
        assertThat(List.of(first.ordinal(), inTime.ordinal())).containsExactly(1, 2);
    }

    @Test
    void whoIsBeingDecidedDoesNotExpire() {
        node.ledger.beforeRound = () -> node.nanos.set(100);
        assertThat(List.of(node.ask(drop, "a", 1), node.ask(drop, "b", 100)))
                .noneMatch(Reply::isThere);
        Reply last = node.ask(drop, "c", 1);
        node.drain();
        assertThat(last.ordinal()).isEqualTo(3);
        assertThat(node.shown(drop).issued()).isEqualTo(3);
    }
}
