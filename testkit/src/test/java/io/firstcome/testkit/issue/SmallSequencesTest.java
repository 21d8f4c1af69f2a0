package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.Limits;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Everything that can happen in five steps to a campaign of one or two coupons, three users and a
/// window of one microsecond.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class SmallSequencesTest {
    private static final int STEPS = 5;
    private static final long START = TestNode.T0 + 10;
    private static final Window WINDOW = new Window(START, START + 1);
    private static final Executor NO_FILTERS =
            _ -> {
                throw new RejectedExecutionException();
            };

    private enum Step {
        ASK_A,
        ASK_B,
        ASK_C,
        ADVANCE,
        PAUSE,
        RESUME,
        RAISE,
        END,
        DELETE
    }

    private final CouponCodes codes = new CouponCodes(new CodeKey(new byte[16]));

    @ParameterizedTest
    @CsvSource({
        "scheduled, 1, true",
        "scheduled, 2, true",
        "open, 1, true",
        "open, 2, true",
        "open, 1, false"
    })
    void everySequenceIsAnsweredAsIfOneRequestCameAfterTheOther(
            String state, int limit, boolean hasFilters) {
        long now = state.equals("open") ? START : START - 1;
        Executor background = hasFilters ? Runnable::run : NO_FILTERS;
        int sequences = (int) Math.pow(Step.values().length, STEPS);
        for (int i = 0; i < sequences; i++) {
            List<Step> sequence = sequence(i);
            if (isTheFirstOfItsKind(sequence)) {
                new Play(sequence, limit, nodeAt(now, background)).run();
            }
        }
    }

    /// Sequence number `number`: its digits to the base of how many steps there are.
    private static List<Step> sequence(int number) {
        List<Step> sequence = new ArrayList<>();
        for (int i = 0, rest = number; i < STEPS; i++, rest /= Step.values().length) {
            sequence.add(Step.values()[rest % Step.values().length]);
        }
        return sequence;
    }

    /// Whether its users come in the order of their names: others only name them differently.
    private static boolean isTheFirstOfItsKind(List<Step> sequence) {
        List<Step> asks = List.of(Step.ASK_A, Step.ASK_B, Step.ASK_C);
        List<Step> firsts = sequence.stream().filter(asks::contains).distinct().toList();
        return firsts.equals(asks.subList(0, firsts.size()));
    }

    private static TestNode nodeAt(long now, Executor background) {
        WatchedLedger ledger = new WatchedLedger(new TestClock(now));
        return new TestNode(ledger, Limits.DEFAULT, background);
    }

    /// One sequence, played to a node and to the oracle.
    private final class Play {
        private final List<Step> sequence;
        private final TestNode node;
        private final Campaign drop;
        private final IssueOracle oracle;
        private int limit;

        Play(List<Step> sequence, int limit, TestNode node) {
            this.sequence = sequence;
            this.limit = limit;
            this.node = node;
            drop = node.create("drop", limit, WINDOW);
            oracle = new IssueOracle(drop, codes);
        }

        void run() {
            for (Step step : sequence) {
                step(step, node.now());
                checkBoard(step);
            }
            check("ledger", node.ledger.issuances(drop.number(), 0, 9), oracle.issued);
        }

        private void step(Step step, long now) {
            switch (step) {
                case ASK_A -> ask("a", now);
                case ASK_B -> ask("b", now);
                case ASK_C -> ask("c", now);
                case ADVANCE -> node.clock.set(now + 1);
                case PAUSE ->
                        change(new CampaignChange.Pause(), oracle.change(true, oracle.limit, now));
                case RESUME ->
                        change(
                                new CampaignChange.Resume(),
                                oracle.change(false, oracle.limit, now));
                case RAISE -> raise(now);
                case END -> end();
                case DELETE -> check(step, node.delete(drop) instanceof Deleted, oracle.delete());
            }
        }

        private void ask(String user, long now) {
            Reply reply = node.askNow(drop, user);
            IssueOutcome expected = oracle.ask(reply.user, now);
            check(user, reply.atOnce(), expected);
        }

        private void raise(long now) {
            limit++;
            change(
                    new CampaignChange.Amend(null, limit, null, null),
                    oracle.change(oracle.isPaused, limit, now));
        }

        private void end() {
            boolean isDone = change(new CampaignChange.End());
            check(Step.END, isDone, oracle.end(node.now()));
        }

        private void change(CampaignChange change, boolean isAllowed) {
            check(change, change(change), isAllowed);
        }

        private boolean change(CampaignChange change) {
            OptionalLong anyVersion = OptionalLong.empty();
            return node.campaigns.change(drop.id(), anyVersion, change) instanceof Changed;
        }

        private void checkBoard(Step step) {
            Campaign shown = node.board.campaign(drop.id());
            check(step, shown == null, oracle.isDeleted);
            check(step, shown == null ? 0 : shown.issued(), oracle.issued.size());
        }

        /// Plain, for it is called millions of times.
        private void check(Object what, Object actual, Object expected) {
            if (!actual.equals(expected)) {
                assertThat(actual).as("%s in %s", what, sequence).isEqualTo(expected);
            }
        }
    }
}
