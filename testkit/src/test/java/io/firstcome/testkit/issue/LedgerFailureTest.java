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
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.LedgerException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rounds that the ledger fails to decide, while it stays healthy.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class LedgerFailureTest {
    private final Throwable unknown = LedgerException.unknown("planned", new IOException());
    private final Throwable notAttempted =
            LedgerException.notAttempted("planned", new IOException());

    @AutoClose private final TestNode node = new TestNode();
    private final Campaign drop = node.open("drop", 2);
    private final Campaign other = node.open("other", 2);

    /// What the next requests, of two campaigns, are answered when their round fails.
    private List<IssueOutcome> outcomesOf(Throwable failure) {
        failBefore(failure);
        List<Reply> replies = new ArrayList<>(node.askAll(drop, "a", "b", "a", "c"));
        replies.addAll(node.askAll(other, "a", "b"));
        node.drain();
        node.ledger.letBe();
        return replies.stream().map(Reply::atOnce).toList();
    }

    private void failBefore(Throwable failure) {
        node.ledger.beforeRound = Planned.toThrow(failure);
    }

    private void failAfter(Throwable failure) {
        node.ledger.afterRound = Planned.toThrow(failure);
    }

    static List<Throwable> failures() {
        return Planned.failures();
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

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureThatNobodyExpectsIsUnknownAndTold(Throwable failure) {
        assertThat(outcomesOf(failure)).hasSize(6).containsOnly(new Unknown());
        assertThat(node.observer.failures).containsExactly(failure);
    }

    @Test
    void theCommitterOutlivesEveryKindOfFailure() {
        List<Throwable> failures = new ArrayList<>(failures());
        failures.addAll(List.of(unknown, notAttempted));
        node.start();
        for (Throwable failure : failures) {
            failBefore(failure);
            assertThat(node.ask(drop, "a").outcome())
                    .isInstanceOfAny(Unknown.class, Unavailable.class);
        }
        assertThat(node.observer.failures).containsExactlyElementsOf(failures);
        assertThat(node.isHealthy()).isTrue();
        node.ledger.letBe();
        assertThat(node.ask(drop, "a").ordinal()).isEqualTo(1);
    }

    @Test
    void nothingWaitsAfterAFailure() {
        failBefore(unknown);
        node.askAll(drop, "a", "b");
        node.drain();
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

    @Test
    void outcomesThatAreNotThoseOfTheRoundAreUnknownToAllOfIt() {
        node.ledger.lastWord = outcomes -> outcomes.subList(0, 1);
        checkUnknownAndTold("outcomes: 1 (expected: 2)");
    }

    @Test
    void verdictsThatAreNotThoseOfTheBatchAreUnknownToIt() {
        node.ledger.lastWord =
                outcomes -> {
                    Decided decided = (Decided) outcomes.getFirst();
                    List<Verdict> verdicts = decided.verdicts().subList(0, 1);
                    return List.of(
                            new Decided(decided.campaign(), verdicts, decided.decidedAtMicros()),
                            outcomes.getLast());
                };
        checkUnknownAndTold("verdicts: 1 (expected: 2)");
    }

    private void checkUnknownAndTold(String message) {
        List<Reply> replies = new ArrayList<>(node.askAll(drop, "a", "b"));
        replies.addAll(node.askAll(other, "a"));
        node.drain();
        assertThat(replies).extracting(Reply::atOnce).containsOnly(new Unknown());
        assertThat(node.observer.failures).extracting(Throwable::getMessage).containsOnly(message);
    }
}
