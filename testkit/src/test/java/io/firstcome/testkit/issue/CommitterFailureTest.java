package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;

/// A committer that meets what must not happen decides nothing more, and leaves nobody waiting.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class CommitterFailureTest {
    private static final int ASKS = 2_000;

    @AutoClose private final TestNode node = new TestNode(TestNode.rounds(2, 2));
    private final Campaign drop = node.open("drop", CampaignTerms.UNLIMITED);
    private final Campaign other = node.open("other", CampaignTerms.UNLIMITED);

    static List<Throwable> failures() {
        return Planned.failures();
    }

    /// Three requests for each of two campaigns, which is three rounds.
    private List<Reply> askSix() {
        List<Reply> replies = new ArrayList<>(node.askAll(drop, "a", "b", "c"));
        replies.addAll(node.askAll(other, "a", "b", "c"));
        return replies;
    }

    private void checkNothingIsDecidedAnyMore(Throwable failure) {
        int rounds = node.ledger.rounds().size();
        assertThat(node.ask(drop, "d").atOnce()).isEqualTo(new Unavailable());
        assertThat(node.isHealthy()).isFalse();
        assertThat(node.ledger.isHealthy()).isTrue();
        assertThat(node.ledger.rounds()).hasSize(rounds);
        assertThat(node.observer.failures).containsExactly(failure);
        assertThat(node.waiting()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatWasDecidedIsAnsweredTrulyAndWhatWaitsIsUnavailable(Throwable failure) {
        assertThat(node.isHealthy()).isTrue();
        List<Reply> replies = askSix();
        node.observer.whenCommitted = Planned.toThrow(failure);
        node.run();
        assertThat(replies.subList(0, 2)).extracting(Reply::ordinal).containsExactly(1, 2);
        assertThat(replies.subList(2, 6)).extracting(Reply::atOnce).containsOnly(new Unavailable());
        checkNothingIsDecidedAnyMore(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aRoundThatDidNotComeToTheLedgerIsUnavailable(Throwable failure) {
        List<Reply> replies = askSix();
        node.whenNanosAreRead = Planned.toThrow(failure);
        node.run();
        assertThat(replies).extracting(Reply::atOnce).containsOnly(new Unavailable());
        assertThat(node.ledger.rounds()).isEmpty();
        checkNothingIsDecidedAnyMore(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anObserverThatThrowsWhenToldOfAFailureEndsItToo(Throwable failure) {
        List<Reply> replies = askSix();
        node.ledger.beforeRound = Planned.toThrow(failure);
        node.observer.whenFailed = Planned.toThrow(new IllegalStateException("planned too"));
        node.run();
        assertThat(replies.subList(0, 2)).extracting(Reply::atOnce).containsOnly(new Unknown());
        assertThat(replies.subList(2, 6)).extracting(Reply::atOnce).containsOnly(new Unavailable());
        checkNothingIsDecidedAnyMore(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noRequestIsLostWhenItFailsWhilePeopleAsk(Throwable failure) {
        node.observer.whenCommitted =
                () -> {
                    if (node.observer.requests() > ASKS / 2) {
                        Planned.toThrow(failure).run();
                    }
                };
        node.start();
        List<Reply> a = new ArrayList<>();
        List<Reply> b = new ArrayList<>();
        Hammer.run(() -> askMany("a", a), () -> askMany("b", b));
        node.join();
        int issued = issued(a) + issued(b);
        assertThat(node.shown(drop).issued() + node.shown(other).issued()).isEqualTo(issued);
        checkNothingIsDecidedAnyMore(failure);
    }

    private void askMany(String name, List<Reply> replies) {
        for (int i = 0; i < ASKS; i++) {
            replies.add(node.ask(i % 2 == 0 ? drop : other, name + i));
        }
    }

    /// Checks that every request was issued a coupon or was not attempted; returns how many were.
    private static int issued(List<Reply> replies) {
        List<IssueOutcome> outcomes = replies.stream().map(Reply::atOnce).toList();
        assertThat(outcomes).hasOnlyElementsOfTypes(Issued.class, Unavailable.class);
        return (int) outcomes.stream().filter(Issued.class::isInstance).count();
    }
}
