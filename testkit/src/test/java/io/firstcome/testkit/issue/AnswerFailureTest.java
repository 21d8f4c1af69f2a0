package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.IssueOutcome.Expired;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.IssueOutcome.Unknown;
import io.firstcome.core.ledger.LedgerException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.List;

/// An answer that throws where it is taken concerns nobody else.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class AnswerFailureTest {
    @AutoClose private final TestNode node = new TestNode();
    private final Campaign drop = node.open("drop", 4);
    private final Campaign other = node.open("other", 4);

    static List<Throwable> failures() {
        return Planned.failures();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theOthersOfTheRoundAreAnsweredTruly(Throwable failure) {
        List<Reply> replies = node.askAll(drop, "a", "b", "a", "c", "d", "e");
        List<Reply> others = node.askAll(other, "a", "b");
        replies.get(1).whenTaken(Planned.toThrow(failure));
        node.drain();
        assertThat(List.of(replies.get(0), replies.get(1), replies.get(3), replies.get(4)))
                .extracting(Reply::ordinal)
                .containsExactly(1, 2, 3, 4);
        assertThat(replies.get(2).held()).isEqualTo(replies.get(0).issued());
        assertThat(replies.get(5).atOnce()).isEqualTo(new SoldOut());
        assertThat(others).extracting(Reply::ordinal).containsExactly(1, 2);
        assertThat(node.observer.failures).containsExactly(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theCommitterGoesOn(Throwable failure) {
        node.start();
        Gate gate = new Gate();
        node.ledger.beforeRound = gate::pass;
        Reply failing = node.ask(drop, "a");
        gate.awaitArrival();
        failing.whenTaken(Planned.toThrow(failure));
        gate.open();
        assertThat(failing.ordinal()).isEqualTo(1);
        assertThat(node.ask(drop, "b").ordinal()).isEqualTo(2);
        assertThat(node.isHealthy()).isTrue();
    }

    @Test
    void whenEveryAnswerThrowsEveryOneIsGivenAndTold() {
        List<Reply> replies = node.askAll(drop, "a", "b", "c");
        List<Throwable> failures = failures();
        for (int i = 0; i < replies.size(); i++) {
            replies.get(i).whenTaken(Planned.toThrow(failures.get(i)));
        }
        node.drain();
        assertThat(replies).extracting(Reply::ordinal).containsExactly(1, 2, 3);
        assertThat(node.observer.failures).containsExactlyElementsOf(failures);
        assertThat(node.observer.requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void soItIsForThoseWhoseDeadlineHasPassed(Throwable failure) {
        Reply late = node.ask(drop, "late", 0).whenTaken(Planned.toThrow(failure));
        Reply later = node.ask(drop, "later", 0);
        Reply inTime = node.ask(drop, "in time");
        node.drain();
        assertThat(List.of(late.atOnce(), later.atOnce())).containsOnly(new Expired());
        assertThat(inTime.ordinal()).isEqualTo(1);
        assertThat(node.observer.failures).containsExactly(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void soItIsForThoseWhoseCampaignIsGone(Throwable failure) {
        List<Reply> replies = node.askAll(drop, "a", "b");
        replies.getFirst().whenTaken(Planned.toThrow(failure));
        node.delete(drop);
        node.drain();
        assertThat(replies).extracting(Reply::atOnce).containsOnly(new NotFound());
        assertThat(node.observer.failures).containsExactly(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void soItIsForThoseOfARoundThatFailed(Throwable failure) {
        LedgerException unknown = LedgerException.unknown("planned", new IOException());
        List<Reply> replies = node.askAll(drop, "a", "b");
        replies.getFirst().whenTaken(Planned.toThrow(failure));
        node.ledger.beforeRound = Planned.toThrow(unknown);
        node.drain();
        assertThat(replies).extracting(Reply::atOnce).containsOnly(new Unknown());
        assertThat(node.observer.failures).containsExactly(unknown, failure);
    }
}
