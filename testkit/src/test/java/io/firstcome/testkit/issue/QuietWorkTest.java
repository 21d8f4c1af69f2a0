package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.Window;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/// Work that is left for quiet times is done when nobody asks.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class QuietWorkTest {
    private static final String ROUND = "round";
    private static final String QUIET = "quiet work";

    @AutoClose private final TestNode node = new TestNode(TestNode.rounds(1, 1));
    private final Campaign drop = node.open("drop", 9);
    private final List<String> acts = new CopyOnWriteArrayList<>();

    /// Notes what the ledger does; its quiet work is `work`.
    private void watch(BooleanSupplier work) {
        node.ledger.beforeRound = () -> acts.add(ROUND);
        node.ledger.quietWork =
                () -> {
                    acts.add(QUIET);
                    return work.getAsBoolean();
                };
    }

    private long countOfQuietWork() {
        return acts.stream().filter(QUIET::equals).count();
    }

    private boolean stopNow() {
        node.stop();
        return true;
    }

    @Test
    void quietWorkIsDoneAfterEverybodyWhoWaitsIsAnswered() {
        List<Reply> replies = node.askAll(drop, "a", "b", "c");
        watch(() -> {
            assertThat(replies).allMatch(Reply::isThere);
            return stopNow();
        });
        node.run();
        assertThat(acts).containsExactly(ROUND, ROUND, ROUND, QUIET);
    }

    @Test
    void quietWorkGoesOnWhileMoreIsLeftAndNobodyAsks() {
        watch(() -> countOfQuietWork() < 5 || stopNow());
        node.run();
        assertThat(acts).hasSize(5).containsOnly(QUIET);
    }

    @Test
    void whoAsksDuringQuietWorkIsAnsweredBeforeTheRestOfIt() {
        watch(() -> {
            node.ask(drop, "user" + countOfQuietWork());
            return countOfQuietWork() < 3 || stopNow();
        });
        node.run();
        assertThat(acts).containsExactly(QUIET, ROUND, QUIET, ROUND, QUIET, ROUND);
    }

    @Test
    void nearAStartTheLedgerRehearsesInsteadAndThenRests() throws InterruptedException {
        long start = node.now() + TestNode.SECOND;
        node.create("next", 9, Window.from(start));
        List<String> work = new CopyOnWriteArrayList<>();
        node.ledger.beforeRehearsal =
                () -> {
                    work.add("rehearsal at " + (node.now() - start));
                    node.clock.set(start - 3_000);
                };
        watch(() -> {
            work.add("quiet work at " + (node.now() - start));
            node.clock.set(start - 100_000);
            return work.size() < 3 || stopNow();
        });
        node.start();
        while (work.size() < 2) {
            Thread.sleep(1);
        }
        Thread.sleep(200);
        node.clock.set(start);
        node.join();
        assertThat(work)
                .containsExactly(
                        "quiet work at -1000000", "rehearsal at -100000", "quiet work at 0");
    }

    @Test
    void aRehearsalThatFailsIsToldAndTheCommitterGoesOn() {
        long start = node.now() + 50_000;
        node.create("next", 9, Window.from(start));
        IllegalStateException failure = new IllegalStateException("planned");
        node.ledger.beforeRehearsal =
                () -> {
                    node.clock.set(start);
                    throw failure;
                };
        watch(this::stopNow);
        node.run();
        assertThat(node.observer.failures).containsExactly(failure);
        assertThat(acts).containsExactly(QUIET);
    }

    @Test
    void afterTheStopNoQuietWorkIsDone() {
        watch(() -> true);
        node.ask(drop, "a");
        node.stop();
        node.run();
        assertThat(acts).containsExactly(ROUND);
    }

    static List<Throwable> failures() {
        return Planned.failures();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void quietWorkThatFailsIsToldAndTheCommitterGoesOn(Throwable failure) {
        watch(() -> {
            if (countOfQuietWork() == 1) {
                Planned.toThrow(failure).run();
            }
            node.ask(drop, "a");
            return stopNow();
        });
        node.run();
        assertThat(node.observer.failures).containsExactly(failure);
        assertThat(acts).containsExactly(QUIET, QUIET, ROUND);
    }
}
