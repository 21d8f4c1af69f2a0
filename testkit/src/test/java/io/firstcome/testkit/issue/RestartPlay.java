package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Limits;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.Fault;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger.Store;
import io.firstcome.testkit.TestClock;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Several nodes, one after the other, on one store. On each, people ask for several campaigns at
/// the same time, an operator changes them, answers and the ledger throw, and at some point the
/// node stops or its ledger is faulty for good. Everything random comes from the seed, except how
/// the threads meet.
final class RestartPlay {
    private static final int NODES = 3;
    private static final int ASKS = 120;
    private static final int CHANGES = 15;
    private static final int USERS = 60;

    /// How many campaigns are never deleted: the first ones.
    private static final int LASTING = 3;

    private static final Limits LIMITS = new Limits(40, 60, 5, 12, 60);

    private final int seed;
    private final Store store = new Store();
    private final TestClock clock = new TestClock(TestNode.T0);
    private final List<Campaign> drops = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Set<Class<?>> kindsSeen = new HashSet<>();
    private int opened;

    RestartPlay(int seed) {
        this.seed = seed;
    }

    void run() {
        try {
            play();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void play() {
        try (TestNode node = node(FaultPlan.NONE)) {
            drops.add(node.open("large", 50));
            drops.add(node.open("small", 7));
            drops.add(node.open("smallest", 1));
        }
        for (int i = 0; i < NODES; i++) {
            use(new Random(seed * 31L + i));
        }
        try (TestNode node = node(FaultPlan.NONE)) {
            drops.forEach(drop -> check(node, drop));
        }
    }

    /// The kinds of outcomes there were.
    Set<Class<?>> kindsSeen() {
        return kindsSeen;
    }

    private TestNode node(FaultPlan faults) {
        return new TestNode(new WatchedLedger(store, clock, faults), LIMITS, Runnable::run);
    }

    /// Has a node used until all have done what they wanted, and closes it.
    private void use(Random random) {
        try (TestNode node = node(someFault(random))) {
            stopAtAsk(node, random.nextInt(4 * ASKS));
            throwAtTimes(node, random.nextInt(3, 9));
            node.start();
            long askers = random.nextLong();
            long operator = random.nextLong();
            Hammer.run(
                    () -> ask(node, new Random(askers)),
                    () -> ask(node, new Random(askers + 1)),
                    () -> ask(node, new Random(askers + 2)),
                    () -> operate(node, new Random(operator)));
        }
    }

    /// In half of the cases, an act after which the ledger is faulty for good.
    private static FaultPlan someFault(Random random) {
        AtomicInteger left = new AtomicInteger(random.nextInt(100));
        Fault fault = random.nextBoolean() ? Fault.BEFORE : Fault.AFTER;
        return random.nextBoolean()
                ? FaultPlan.NONE
                : _ -> left.getAndDecrement() == 0 ? fault : Fault.NONE;
    }

    private static void stopAtAsk(TestNode node, int stopAt) {
        AtomicInteger asks = new AtomicInteger();
        node.ledger.beforeHealth =
                () -> {
                    if (asks.getAndIncrement() == stopAt) {
                        node.stop();
                    }
                };
    }

    /// Every so many rounds, one fails unexpectedly before the ledger decides, one after it.
    private static void throwAtTimes(TestNode node, int rounds) {
        Runnable failure = Planned.toThrow(new StackOverflowError("planned"));
        node.ledger.beforeRound =
                () -> {
                    if (node.ledger.rounds().size() % rounds == 1) {
                        failure.run();
                    }
                };
        node.ledger.afterRound =
                () -> {
                    if (node.ledger.rounds().size() % rounds == 2) {
                        failure.run();
                    }
                };
    }

    private void ask(TestNode node, Random random) {
        for (int i = 0; i < ASKS; i++) {
            Campaign drop = drops.get(random.nextInt(LASTING));
            Reply reply = new Reply(drop.id(), new UserId("user" + random.nextInt(USERS)));
            if (random.nextInt(10) == 0) {
                reply.whenTaken(RestartPlay::throwAtCommitter);
            }
            replies.add(reply);
            node.ask(reply, random.nextInt(15) == 0 ? 0 : Long.MAX_VALUE);
            if (random.nextInt(8) == 0) {
                reply.outcome();
            }
        }
    }

    private static void throwAtCommitter() {
        if (Thread.currentThread().getName().equals(TestNode.COMMITTER)) {
            throw new AssertionError("planned");
        }
    }

    private void operate(TestNode node, Random random) {
        for (int i = 0; i < CHANGES; i++) {
            Campaign drop = drops.get(random.nextInt(LASTING));
            try {
                CampaignChange change = someChange(node.shown(drop), random);
                node.campaigns.change(drop.id(), OptionalLong.empty(), change);
                openAndDelete(node);
            } catch (LedgerException e) {
                assertThat(node.isHealthy()).as("healthy after %s", e).isFalse();
            }
            clock.step(random.nextInt(-2, 4));
        }
    }

    private static CampaignChange someChange(Campaign drop, Random random) {
        return switch (random.nextInt(30)) {
            case 0 -> new CampaignChange.End();
            case 1, 2, 3, 4, 5 -> new CampaignChange.Pause();
            case 6, 7, 8 -> new Amend(null, drop.terms().quantity() + 1, null, null);
            default -> new CampaignChange.Resume();
        };
    }

    /// A campaign that is deleted while somebody waits for it, or that gives its coupon before.
    private void openAndDelete(TestNode node) {
        Campaign passing = node.open("passing" + ++opened, 1);
        drops.add(passing);
        replies.add(node.ask(passing, "user0"));
        node.delete(passing);
    }

    private void check(TestNode node, Campaign drop) {
        Told told = new Told(node, drop);
        for (Reply reply : replies) {
            if (reply.campaign.equals(drop.id())) {
                told.check(reply);
            }
        }
        told.checkAll();
        kindsSeen.addAll(told.kindsSeen());
    }
}
