package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.Limits;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger.Store;
import io.firstcome.testkit.TestClock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;

/// Random acts, one after the other, on a few campaigns of one ledger and on their oracles.
/// Everything random comes from the seed; times are relative to the ledger's.
final class RandomPlay {
    private static final Limits LIMITS = new Limits(100, 100, 3, 5, 40);
    private static final int USERS = 12;
    private static final int CAMPAIGNS = 4;
    private static final int LOG = 12;

    private final Store store = new Store();
    private final TestClock clock = new TestClock(TestNode.T0);
    private final CouponCodes codes = new CouponCodes(new CodeKey(new byte[16]));
    private final List<IssueOracle> oracles = new ArrayList<>();
    private final List<IssueOracle> over = new ArrayList<>();
    private final Deque<String> log = new ArrayDeque<>();
    private final int seed;
    private final Random random;
    private TestNode node;
    private final Set<Class<?>> kindsSeen = new HashSet<>();
    private int created;

    RandomPlay(int seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.node = node();
    }

    private TestNode node() {
        WatchedLedger ledger = new WatchedLedger(store, clock, FaultPlan.NONE);
        return new TestNode(ledger, LIMITS, Runnable::run);
    }

    void run(int steps) {
        try {
            for (int i = 0; i < steps; i++) {
                step(random.nextInt(100));
                oracles.forEach(this::checkBoard);
            }
            over.addAll(oracles);
            over.forEach(this::checkLedger);
            node.close();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + " after " + log, e);
        }
    }

    /// The kinds of outcomes there were.
    Set<Class<?>> kindsSeen() {
        return kindsSeen;
    }

    private void step(int choice) {
        if (oracles.size() < CAMPAIGNS) {
            create();
        } else if (choice < 60) {
            ask();
        } else if (choice < 80) {
            change(oracles.get(random.nextInt(CAMPAIGNS)));
        } else if (choice < 95) {
            clock.step(random.nextInt(-10, 20));
        } else if (choice < 96) {
            restart();
        } else {
            leave(oracles.get(random.nextInt(CAMPAIGNS)));
        }
    }

    private void note(String what) {
        log.addLast(now() + " " + what);
        if (log.size() > LOG) {
            log.removeFirst();
        }
    }

    private long now() {
        return node.now();
    }

    /// Creates a campaign; it may have the identifier of a deleted one.
    private void create() {
        long start = now() + random.nextInt(-20, 40);
        long end = Math.max(start, now()) + random.nextInt(1, 400);
        Window window = new Window(start, random.nextBoolean() ? end : Window.NO_END);
        int quantity = random.nextInt(1, 7);
        note("create " + quantity + " in " + window);
        oracles.add(new IssueOracle(node.create(freeId(), quantity, window), codes));
    }

    private String freeId() {
        List<String> free = new ArrayList<>();
        for (IssueOracle gone : over) {
            if (node.board.campaign(gone.created.id()) == null) {
                free.add(gone.created.id().value());
            }
        }
        return free.isEmpty() ? "drop" + created++ : free.getFirst();
    }

    /// A few requests that wait at the same time.
    private void ask() {
        List<Reply> replies = new ArrayList<>();
        List<IssueOutcome> expected = new ArrayList<>();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            IssueOracle oracle = oracles.get(random.nextInt(CAMPAIGNS));
            String user = "user" + random.nextInt(USERS);
            note(user + " asks for " + oracle.created.id());
            Reply reply = node.ask(oracle.created, user);
            replies.add(reply);
            expected.add(oracle.ask(reply.user, now()));
        }
        node.drain();
        assertThat(replies).extracting(Reply::atOnce).isEqualTo(expected);
        expected.forEach(outcome -> kindsSeen.add(outcome.getClass()));
    }

    private void change(IssueOracle oracle) {
        long now = now();
        int quantity = random.nextInt(1, 9);
        note("change " + oracle.created.id() + ", quantity if any " + quantity);
        switch (random.nextInt(10)) {
            case 0 -> end(oracle);
            case 1, 2 -> pause(oracle, new CampaignChange.Pause(), now);
            case 3, 4, 5 -> pause(oracle, new CampaignChange.Resume(), now);
            default -> {
                boolean isAllowed = oracle.change(oracle.isPaused, quantity, now);
                change(oracle, new Amend(null, quantity, null, null), isAllowed);
            }
        }
    }

    private void end(IssueOracle oracle) {
        CampaignId id = oracle.created.id();
        ChangeOutcome outcome =
                node.campaigns.change(id, OptionalLong.empty(), new CampaignChange.End());
        assertThat(outcome instanceof Changed).isEqualTo(oracle.end(now()));
    }

    private void pause(IssueOracle oracle, CampaignChange change, long now) {
        boolean isPause = change instanceof CampaignChange.Pause;
        change(oracle, change, oracle.change(isPause, oracle.limit, now));
    }

    private void change(IssueOracle oracle, CampaignChange change, boolean isAllowed) {
        assertThat(node.campaigns.change(oracle.created.id(), OptionalLong.empty(), change))
                .matches(outcome -> outcome instanceof Changed == isAllowed);
    }

    /// Deletes a campaign, or leaves it as it is, and looks at another from now on.
    private void leave(IssueOracle oracle) {
        note("leave " + oracle.created.id());
        assertThat(node.delete(oracle.created))
                .matches(outcome -> outcome instanceof Deleted == oracle.delete());
        checkBoard(oracle);
        oracles.remove(oracle);
        over.add(oracle);
    }

    private void restart() {
        note("restart");
        node.close();
        node = node();
    }

    private void checkBoard(IssueOracle oracle) {
        Campaign shown = node.board.campaign(oracle.created.id());
        assertThat(shown == null).as("deleted: %s", oracle.created).isEqualTo(oracle.isDeleted);
        if (shown != null) {
            assertThat(shown.number()).isEqualTo(oracle.created.number());
            assertThat(shown.issued()).isEqualTo(oracle.issued.size());
        }
    }

    private void checkLedger(IssueOracle oracle) {
        assertThat(node.ledger.issuances(oracle.created.number(), 0, 100))
                .as("issued of %s", oracle.created)
                .isEqualTo(oracle.issued);
    }
}
