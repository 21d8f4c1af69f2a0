package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.Unavailable;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The orderly end: what was admitted is answered, nothing more is admitted.
class StopTest {
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
    void noRequestIsLostWhenTheStopComesWhilePeopleAsk() {
        for (int seed = 0; seed < 60; seed++) {
            stopWhilePeopleAsk(new Random(seed));
        }
    }

    private static void stopWhilePeopleAsk(Random random) {
        try (TestNode node = new TestNode(TestNode.rounds(4, 8)).start()) {
            List<Campaign> drops = List.of(unlimited(node, "x"), unlimited(node, "y"));
            List<Reply> first = new ArrayList<>();
            List<Reply> second = new ArrayList<>();
            int stopAt = random.nextInt(100);
            Hammer.run(() -> ask(node, drops, first, stopAt), () -> ask(node, drops, second, -1));
            node.interrupt();
            node.join();
            int issued = checkStopped(first) + checkStopped(second);
            assertThat(drops.stream().mapToInt(drop -> node.shown(drop).issued()).sum())
                    .isEqualTo(issued);
        }
    }

    private static Campaign unlimited(TestNode node, String id) {
        return node.open(id, CampaignTerms.UNLIMITED);
    }

    private static void ask(TestNode node, List<Campaign> drops, List<Reply> replies, int stopAt) {
        for (int i = 0; i < 100; i++) {
            if (i == stopAt) {
                node.stop();
            }
            replies.add(node.ask(drops.get(i % 2), "user" + stopAt + "-" + i));
        }
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
