package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.Expired;
import io.firstcome.core.issue.IssueOutcome.Paused;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;
import io.firstcome.core.ledger.LedgerException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rounds that the ledger fails to decide, while it stays healthy.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LedgerFailureTest {
    private final RuntimeException unknown = LedgerException.unknown("planned", new IOException());
    private final RuntimeException notAttempted =
            LedgerException.notAttempted("planned", new IOException());
    private final RuntimeException unexpected = new IllegalStateException("planned");

    @AutoClose private final TestNode node = new TestNode();
    private final Campaign drop = node.open("drop", 2);
    private final Campaign other = node.open("other", 2);

    /// What the next requests, of two campaigns, are answered when their round fails.
    private List<IssueOutcome> outcomesOf(RuntimeException failure) {
        failBefore(failure);
        List<Reply> replies = new ArrayList<>(node.askAll(drop, "a", "b", "a", "c"));
        replies.addAll(node.askAll(other, "a", "b"));
        node.drain();
        node.ledger.letBe();
        return replies.stream().map(Reply::atOnce).toList();
    }

    private void failBefore(RuntimeException failure) {
        node.ledger.beforeRound =
                () -> {
                    throw failure;
                };
    }

    private void failAfter(RuntimeException failure) {
        node.ledger.afterRound =
                () -> {
                    throw failure;
                };
    }

    @Test
    void aRoundThatFailsInTheMiddleIsUnknownToAllOfIt() {
        assertThat(outcomesOf(unknown)).hasSize(6).containsOnly(new Unknown());
        assertThat(node.observer.failures).containsExactly(unknown);
    }

    @Test
    void aRoundThatWasNotAttemptedIsUnavailableToAllOfIt() {
        assertThat(outcomesOf(notAttempted)).hasSize(6).containsOnly(new Unavailable());
        assertThat(node.observer.failures).containsExactly(notAttempted);
    }

    @Test
    void aFailureThatNobodyExpectsIsUnknownAndTold() {
        assertThat(outcomesOf(unexpected)).hasSize(6).containsOnly(new Unknown());
        assertThat(node.observer.failures).containsExactly(unexpected);
    }

    @Test
    void theCommitterOutlivesEveryKindOfFailure() {
        node.start();
        for (RuntimeException failure : List.of(unknown, notAttempted, unexpected)) {
            failBefore(failure);
            assertThat(node.ask(drop, "a").outcome())
                    .isInstanceOfAny(Unknown.class, Unavailable.class);
        }
        node.ledger.letBe();
        assertThat(node.ask(drop, "a").ordinal()).isEqualTo(1);
    }

    @Test
    void nothingWaitsAfterAFailure() throws InterruptedException {
        node.start();
        failBefore(unknown);
        node.askAll(drop, "a", "b");
        node.observer.awaitCommitted(2);
        assertThat(node.waiting()).isZero();
    }

    @Test
    void whoExpiredIsNotToldOfTheFailureOfTheRound() {
        Reply expired = node.ask(drop, "late", 0);
        assertThat(outcomesOf(unknown)).containsOnly(new Unknown());
        assertThat(expired.atOnce()).isEqualTo(new Expired());
    }

    @Test
    void theBoardShowsNothingOfAFailedRound() {
        failAfter(unknown);
        node.askNow(drop, "a");
        assertThat(node.shown(drop)).isEqualTo(drop);
    }

    @Test
    void whoeverWasIssuedACouponUnknowinglyHoldsItWhenAskingAgain() {
        failAfter(unknown);
        assertThat(node.askNow(drop, "a").atOnce()).isEqualTo(new Unknown());
        node.ledger.letBe();
        assertThat(node.askNow(drop, "a").held().issuance().ordinal()).isEqualTo(1);
        assertThat(node.askNow(drop, "b").ordinal()).isEqualTo(2);
    }

    @Test
    void memoryNeverRefusesWhoWasIssuedACouponUnknowingly() {
        failAfter(unknown);
        node.askAll(drop, "a", "b");
        node.askAll(other, "a");
        node.drain();
        node.ledger.letBe();
        node.change(other, new CampaignChange.Pause());
        for (int i = 0; i < 3; i++) {
            assertThat(node.askNow(drop, "c").atOnce()).isEqualTo(new SoldOut());
            assertThat(node.askNow(drop, "b").held().issuance().ordinal()).isEqualTo(2);
            assertThat(node.askNow(other, "c").atOnce()).isEqualTo(new Paused());
            assertThat(node.askNow(other, "a").held().issuance().ordinal()).isEqualTo(1);
        }
    }
}
