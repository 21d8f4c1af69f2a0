package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// The orderly end: what was admitted is answered, nothing more is admitted.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class StopTest {
    private static final int ASKS = 50;

    @Test
    void everythingAdmittedIsAnsweredAndThenTheCommitterEnds() {
        try (TestNode node = new TestNode(TestNode.rounds(2, 2))) {
            Campaign drop = node.open("drop", 20);
            List<Reply> admitted = node.askAll(drop, "a", "b", "c", "d", "e");
            node.stop();
            node.run();
            assertThat(admitted).extracting(Reply::ordinal).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void everythingAdmittedIsAnsweredThoughTheLedgerFailsOnTheWay() {
        try (TestNode node = new TestNode(TestNode.rounds(2, 2))) {
            List<Reply> admitted = new ArrayList<>();
            for (String id : List.of("x", "y", "z")) {
                admitted.addAll(node.askAll(node.open(id, 20), "a", "b"));
            }
            node.ledger.beforeRound =
                    () -> {
                        if (node.ledger.rounds().size() == 2) {
                            throw new StackOverflowError("planned");
                        }
                    };
            node.stop();
            node.run();
            assertThat(admitted.subList(2, 4))
                    .extracting(Reply::atOnce)
                    .containsOnly(new Unknown());
            assertThat(admitted.subList(0, 2)).extracting(Reply::ordinal).containsExactly(1, 2);
            assertThat(admitted.subList(4, 6)).extracting(Reply::ordinal).containsExactly(1, 2);
        }
    }

    @Test
    void whoComesAfterTheStopIsUnavailableAtOnce() {
        try (TestNode node = new TestNode()) {
            Campaign drop = node.open("drop", 20);
            Reply admitted = node.ask(drop, "a");
            node.stop();
            assertThat(node.ask(drop, "b").atOnce()).isEqualTo(new Unavailable());
            node.run();
            assertThat(node.ask(drop, "c").atOnce()).isEqualTo(new Unavailable());
            assertThat(admitted.ordinal()).isEqualTo(1);
            assertThat(node.ledger.usersOfRounds()).containsExactly(List.of("a"));
        }
    }

    @Test
    void whatWaitsWhileTheLastRoundIsDecidedIsAnsweredToo() {
        try (TestNode node = new TestNode()) {
            Campaign drop = node.open("drop", 20);
            Gate gate = new Gate();
            node.ledger.beforeRound = gate::pass;
            node.start();
            Reply first = node.ask(drop, "a");
            gate.awaitArrival();
            Reply second = node.ask(drop, "b");
            node.stop();
            gate.open();
            node.join();
            assertThat(List.of(first.ordinal(), second.ordinal())).containsExactly(1, 2);
        }
    }

    @Test
    void aCommitterThatNobodyAsksEndsByItself() {
        try (TestNode node = new TestNode().start()) {
            node.stop();
            node.join();
            assertThat(node.observer.committed).isEmpty();
        }
    }

    @Test
    void anInterruptionDoesNotEndTheCommitter() {
        try (TestNode node = new TestNode().start()) {
            Campaign drop = node.open("drop", 20);
            for (int i = 1; i <= 20; i++) {
                node.interrupt();
                assertThat(node.ask(drop, "user" + i).ordinal()).isEqualTo(i);
            }
        }
    }

    @Test
    void anInterruptionInTheMiddleOfARoundLosesNobody() {
        try (TestNode node = new TestNode(TestNode.rounds(1, 1))) {
            Campaign drop = node.open("drop", 20);
            Runnable interrupt = () -> Thread.currentThread().interrupt();
            node.ledger.beforeRound = interrupt;
            List<Reply> replies = node.askAll(drop, "a", "b", "c", "d");
            replies.forEach(reply -> reply.whenTaken(interrupt));
            node.stop();
            node.run();
            assertThat(replies).extracting(Reply::ordinal).containsExactly(1, 2, 3, 4);
            assertThat(Thread.interrupted()).as("interrupted to the last").isTrue();
        }
    }

    @Test
    void noRequestIsLostWhenTheStopComesWhilePeopleAsk() {
        for (int seed = 0; seed < 200; seed++) {
            stopWhilePeopleAsk(new Random(seed));
        }
    }

    private static void stopWhilePeopleAsk(Random random) {
        try (TestNode node = new TestNode(TestNode.rounds(4, 8)).start()) {
            List<Campaign> drops = List.of(unlimited(node, "x"), unlimited(node, "y"));
            List<Reply> a = new ArrayList<>();
            List<Reply> b = new ArrayList<>();
            stopInTheMiddleOfTheAsk(node, random.nextInt(2 * ASKS));
            AtomicInteger asking = new AtomicInteger(2);
            Hammer.run(
                    () -> ask(node, drops, "a", a, asking),
                    () -> ask(node, drops, "b", b, asking),
                    () -> keepAwake(node, asking));
            node.join();
            int issued = checkStopped(a) + checkStopped(b);
            assertThat(drops.stream().mapToInt(drop -> node.shown(drop).issued()).sum())
                    .isEqualTo(issued);
        }
    }

    private static Campaign unlimited(TestNode node, String id) {
        return node.open(id, CampaignTerms.UNLIMITED);
    }

    /// Stops when ask number `stopAt` is being admitted.
    private static void stopInTheMiddleOfTheAsk(TestNode node, int stopAt) {
        AtomicInteger asks = new AtomicInteger();
        node.ledger.beforeHealth =
                () -> {
                    if (asks.getAndIncrement() == stopAt) {
                        node.stop();
                    }
                };
    }

    /// Has the committer look all the time whether it may end.
    private static void keepAwake(TestNode node, AtomicInteger asking) {
        while (asking.get() > 0) {
            node.interrupt();
        }
        node.stop();
        node.interrupt();
    }

    private static void ask(
            TestNode node,
            List<Campaign> drops,
            String name,
            List<Reply> replies,
            AtomicInteger asking) {
        for (int i = 0; i < ASKS; i++) {
            replies.add(node.ask(drops.get(i % 2), name + i));
        }
        asking.decrementAndGet();
    }

    /// Checks that all was issued up to some point and nothing after it; returns how much.
    private static int checkStopped(List<Reply> replies) {
        List<IssueOutcome> outcomes = replies.stream().map(Reply::atOnce).toList();
        int firstUnavailable = outcomes.indexOf(new Unavailable());
        int issued = firstUnavailable < 0 ? outcomes.size() : firstUnavailable;
        assertThat(outcomes.subList(0, issued)).hasOnlyElementsOfType(Issued.class);
        assertThat(outcomes.subList(issued, outcomes.size()))
                .allMatch(outcome -> outcome.equals(new Unavailable()));
        return issued;
    }
}
