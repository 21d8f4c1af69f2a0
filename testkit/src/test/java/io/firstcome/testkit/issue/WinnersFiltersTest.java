package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.Limits;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// A filter of winners that can not be had costs calls of the ledger, never truth.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class WinnersFiltersTest {
    private final WatchedLedger ledger = new WatchedLedger(new TestClock(TestNode.T0));

    /// A node that keeps `winnersMax` winners in memory.
    private TestNode node(long winnersMax, Executor background) {
        Limits limits = new Limits(100, 100, 100, 100, winnersMax);
        return new TestNode(ledger, limits, background).start();
    }

    /// A campaign that is sold out to "1" and so on.
    private static Campaign soldOut(TestNode node, String id, int winners) {
        Campaign drop = node.open(id, winners);
        for (int i = 1; i <= winners; i++) {
            assertThat(node.ask(drop, "" + i).ordinal()).isEqualTo(i);
        }
        return drop;
    }

    /// Asks once; whether memory knew the answer, which must be right.
    private boolean isRefusedFromMemory(TestNode node, Campaign drop) {
        int before = ledger.rounds().size();
        assertThat(node.ask(drop, "other").outcome()).isEqualTo(new SoldOut());
        return ledger.rounds().size() == before;
    }

    private static void checkWinners(TestNode node, Campaign drop, int winners) {
        for (int i = 1; i <= winners; i++) {
            assertThat(node.ask(drop, "" + i).held().issuance().ordinal()).isEqualTo(i);
        }
    }

    @Test
    void whileTheBackgroundTakesNoWorkTheLedgerAnswers() {
        List<Runnable> taken = new ArrayList<>();
        Executor busy =
                work -> {
                    if (taken.size() < 3) {
                        taken.add(work);
                        throw new RejectedExecutionException();
                    }
                    work.run();
                };
        try (TestNode node = node(100, busy)) {
            Campaign drop = soldOut(node, "drop", 2);
            for (int i = 0; i < 4; i++) {
                assertThat(isRefusedFromMemory(node, drop)).isFalse();
            }
            assertThat(isRefusedFromMemory(node, drop)).as("it takes work again").isTrue();
            checkWinners(node, drop, 2);
        }
    }

    @Test
    void whileTheFilterIsBeingMadeTheLedgerAnswersAndNoSecondOneIsMade() {
        List<Runnable> taken = new ArrayList<>();
        try (TestNode node = node(100, taken::add)) {
            Campaign drop = soldOut(node, "drop", 2);
            for (int i = 0; i < 5; i++) {
                assertThat(isRefusedFromMemory(node, drop)).isFalse();
            }
            checkWinners(node, drop, 2);
            assertThat(taken).hasSize(1);
            taken.getFirst().run();
            assertThat(isRefusedFromMemory(node, drop)).isTrue();
            checkWinners(node, drop, 2);
        }
    }

    @Test
    void whileTheWinnersCanNotBeReadTheLedgerAnswers() {
        try (TestNode node = node(100, Runnable::run)) {
            Campaign drop = soldOut(node, "drop", 2);
            ledger.beforeHolders =
                    () -> {
                        throw LedgerException.notAttempted("planned", new IOException());
                    };
            for (int i = 0; i < 3; i++) {
                assertThat(isRefusedFromMemory(node, drop)).isFalse();
                checkWinners(node, drop, 2);
            }
            ledger.letBe();
            assertThat(isRefusedFromMemory(node, drop)).isFalse();
            assertThat(isRefusedFromMemory(node, drop)).as("it can be read again").isTrue();
        }
    }

    @Test
    void withoutRoomForWinnersTheLedgerAnswers() {
        try (TestNode node = node(0, Runnable::run)) {
            Campaign drop = soldOut(node, "drop", 1);
            for (int i = 0; i < 5; i++) {
                assertThat(isRefusedFromMemory(node, drop)).isFalse();
                checkWinners(node, drop, 1);
            }
        }
    }

    @Test
    void theRoomForWinnersIsSharedByAllCampaigns() {
        try (TestNode node = node(3, Runnable::run)) {
            Campaign two = soldOut(node, "two", 2);
            Campaign more = soldOut(node, "more", 2);
            Campaign one = soldOut(node, "one", 1);
            for (Campaign drop : List.of(two, more, one)) {
                isRefusedFromMemory(node, drop);
            }
            assertThat(isRefusedFromMemory(node, two)).isTrue();
            assertThat(isRefusedFromMemory(node, more)).isFalse();
            assertThat(isRefusedFromMemory(node, one)).isTrue();
            checkWinners(node, more, 2);
        }
    }

    @Test
    void aFilterThatFitsNoMoreGetsTheRoomOfTheOneUnusedLongest() {
        try (TestNode node = node(3, Runnable::run)) {
            Campaign old = kept(node, "old", 1);
            Campaign older = kept(node, "older", 1);
            Campaign oldest = kept(node, "oldest", 1);
            for (Campaign drop : List.of(oldest, older, old)) {
                node.clock.step(2 * TestNode.SECOND);
                assertThat(isRefusedFromMemory(node, drop)).isTrue();
            }
            node.clock.step(2 * TestNode.SECOND);
            Campaign fresh = kept(node, "fresh", 2);
            assertThat(isRefusedFromMemory(node, fresh)).isTrue();
            assertThat(isRefusedFromMemory(node, old)).isTrue();
            for (Campaign drop : List.of(fresh, old, older, oldest)) {
                checkWinners(node, drop, drop.terms().quantity());
            }
            assertThat(isRefusedFromMemory(node, older)).isFalse();
            assertThat(isRefusedFromMemory(node, oldest)).isFalse();
        }
    }

    @Test
    void aFilterInUseKeepsItsRoom() {
        try (TestNode node = node(3, Runnable::run)) {
            Campaign small = kept(node, "small", 1);
            Campaign inUse = kept(node, "in-use", 2);
            node.clock.step(2 * TestNode.SECOND);
            assertThat(isRefusedFromMemory(node, inUse)).isTrue();
            Campaign fresh = kept(node, "fresh", 2);
            assertThat(isRefusedFromMemory(node, fresh)).isFalse();
            assertThat(isRefusedFromMemory(node, inUse)).isTrue();
            assertThat(isRefusedFromMemory(node, small)).as("nothing is gained").isTrue();
        }
    }

    @Test
    void aFilterThatCanNotBeReadLeavesItsRoom() {
        try (TestNode node = node(2, Runnable::run)) {
            Campaign broken = soldOut(node, "broken", 2);
            ledger.beforeHolders =
                    () -> {
                        throw LedgerException.notAttempted("planned", new IOException());
                    };
            isRefusedFromMemory(node, broken);
            ledger.letBe();
            assertThat(isRefusedFromMemory(node, kept(node, "drop", 2))).isTrue();
        }
    }

    @Test
    void filtersMadeAtTheSameTimeTakeNoMoreRoomThanThereIs() {
        List<Runnable> taken = new ArrayList<>();
        try (TestNode node = node(3, taken::add)) {
            Campaign one = kept(node, "one", 2);
            Campaign other = kept(node, "other", 2);
            ledger.beforeHolders =
                    () -> {
                        ledger.letBe();
                        taken.getLast().run();
                    };
            taken.getFirst().run();
            assertThat(isRefusedFromMemory(node, one)).isTrue();
            assertThat(isRefusedFromMemory(node, other)).isFalse();
        }
    }

    /// A campaign that is sold out, and whose filter was asked for.
    private Campaign kept(TestNode node, String id, int winners) {
        Campaign drop = soldOut(node, id, winners);
        assertThat(isRefusedFromMemory(node, drop)).isFalse();
        return drop;
    }

    @Test
    void anOldFilterGivesItsRoomToTheNewOne() {
        try (TestNode node = node(3, Runnable::run)) {
            Campaign drop = soldOut(node, "drop", 2);
            isRefusedFromMemory(node, drop);
            assertThat(isRefusedFromMemory(node, drop)).isTrue();
            node.raise(drop, 3);
            assertThat(node.ask(drop, "3").ordinal()).isEqualTo(3);
            assertThat(isRefusedFromMemory(node, drop)).isFalse();
            assertThat(isRefusedFromMemory(node, drop)).isTrue();
            checkWinners(node, drop, 3);
        }
    }

    @Test
    void aFilterMadeWhileTheLimitIsRaisedRefusesNoNewWinner() {
        List<Runnable> taken = new ArrayList<>();
        try (TestNode node = node(100, taken::add)) {
            Campaign drop = soldOut(node, "drop", 1);
            isRefusedFromMemory(node, drop);
            ledger.beforeHolders =
                    () -> {
                        node.raise(drop, 2);
                        assertThat(node.ask(drop, "2").ordinal()).isEqualTo(2);
                    };
            taken.getFirst().run();
            ledger.letBe();
            checkWinners(node, drop, 2);
            assertThat(isRefusedFromMemory(node, drop)).as("it speaks of one").isFalse();
            taken.getLast().run();
            assertThat(isRefusedFromMemory(node, drop)).isTrue();
            checkWinners(node, drop, 2);
        }
    }

    @Test
    void anOpenCampaignNeedsNoFilter() {
        List<Runnable> taken = new ArrayList<>();
        try (TestNode node = node(100, taken::add)) {
            Campaign drop = node.open("drop", CampaignTerms.UNLIMITED);
            assertThat(node.ask(drop, "1").ordinal()).isEqualTo(1);
            checkWinners(node, drop, 1);
            assertThat(taken).isEmpty();
        }
    }
}
