package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.ledger.IssueBatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;

/// What is decided together: many requests of many campaigns, each campaign once, no campaign
/// forgotten.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class RoundTest {
    private static final int UNLIMITED = CampaignTerms.UNLIMITED;

    @Test
    void whatWaitsOfAllCampaignsIsDecidedInOneAct() {
        try (TestNode node = new TestNode()) {
            node.askAll(node.open("x", 5), "a", "b");
            node.askAll(node.open("y", 5), "c");
            node.drain();
            assertThat(node.ledger.usersOfRounds()).containsExactly(List.of("a", "b", "c"));
        }
    }

    @Test
    void noMoreOfACampaignThanTheBatchMaxIsDecidedTogether() {
        try (TestNode node = new TestNode(TestNode.rounds(2, 9))) {
            node.askAll(node.open("x", 9), "a", "b", "c", "d", "e");
            node.drain();
            assertThat(node.ledger.usersOfRounds())
                    .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
        }
    }

    @Test
    void noMoreOfAllCampaignsThanTheRoundMaxIsDecidedTogether() {
        try (TestNode node = new TestNode(TestNode.rounds(2, 3))) {
            node.askAll(node.open("x", 9), "a", "b", "c");
            node.askAll(node.open("y", 9), "d", "e", "f");
            node.drain();
            assertThat(node.ledger.usersOfRounds())
                    .allMatch(users -> users.size() <= 3)
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void aHotCampaignLeavesEveryRoundAPlaceForAnother() {
        try (TestNode node = new TestNode(TestNode.rounds(2, 4))) {
            List<Campaign> hot = List.of(node.open("hot", UNLIMITED));
            Campaign cold = node.open("cold", 1);
            heat(node, hot, cold);
            assertThat(roundOf(node, "late")).as("the very next").isEqualTo(1);
        }
    }

    @Test
    void hotCampaignsThatFillEveryRoundTakeTurnsWithAnother() {
        try (TestNode node = new TestNode(TestNode.rounds(2, 4))) {
            List<Campaign> hot = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                hot.add(node.open("hot" + i, UNLIMITED));
            }
            Campaign cold = node.open("cold", 1);
            heat(node, hot, cold);
            assertThat(roundOf(node, "late")).as("two of four take turns").isBetween(1, 2);
            List<Integer> issued = hot.stream().map(it -> node.shown(it).issued()).toList();
            assertThat(issued).allMatch(count -> count > 20);
        }
    }

    /// Decides some twenty rounds, more than two of each hot campaign waiting at any time. "late"
    /// asks for the cold one while the first round is decided.
    private static void heat(TestNode node, List<Campaign> hot, Campaign cold) {
        hot.forEach(campaign -> node.askAll(campaign, "1", "2", "3", "4"));
        node.ledger.beforeRound =
                () -> {
                    int round = node.ledger.rounds().size();
                    if (round == 1) {
                        node.ask(cold, "late");
                    } else if (round == 20) {
                        node.stop();
                    }
                    for (Campaign campaign : hot) {
                        node.askAll(campaign, "r" + round + "a", "r" + round + "b");
                    }
                };
        node.run();
    }

    private static int roundOf(TestNode node, String user) {
        List<List<String>> rounds = node.ledger.usersOfRounds();
        return rounds.indexOf(rounds.stream().filter(it -> it.contains(user)).findFirst().get());
    }

    @Test
    void noCampaignStandsInARoundTwiceWhileRequestsKeepArriving() {
        try (TestNode node = new TestNode()) {
            List<Campaign> drops = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                drops.add(node.open("drop" + i, 1));
            }
            node.start();
            Hammer.run(() -> askForAll(node, drops), () -> askForAll(node, drops));
            for (List<IssueBatch> round : node.ledger.rounds()) {
                assertThat(round).extracting(IssueBatch::campaignNumber).doesNotHaveDuplicates();
            }
        }
    }

    private static void askForAll(TestNode node, List<Campaign> drops) {
        for (int i = 0; i < 300; i++) {
            List<Reply> replies = drops.stream().map(drop -> node.ask(drop, "user")).toList();
            replies.getLast().outcome();
        }
    }
}
