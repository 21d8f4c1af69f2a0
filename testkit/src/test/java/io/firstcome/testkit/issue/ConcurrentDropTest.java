package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.Overloaded;
import io.firstcome.core.issue.IssueOutcome.Paused;
import io.firstcome.core.issue.IssueOutcome.SoldOut;
import io.firstcome.core.issue.Limits;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Several people ask for several campaigns at the same time, while an operator is at work: checks
/// what must be true in whichever order they came.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class ConcurrentDropTest {
    private static final int ASKS = 6_000;
    private static final int USERS = 400;
    private static final Limits SMALL_ROUNDS = new Limits(64, 100, 8, 20, 1_000);

    private final List<List<Reply>> askedByThread =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final List<Campaign> drops = new ArrayList<>();

    @AutoClose private final ExecutorService background = Executors.newSingleThreadExecutor();

    @AutoClose
    private final TestNode node =
            new TestNode(new WatchedLedger(new TestClock(TestNode.T0)), SMALL_ROUNDS, background);

    @BeforeEach
    void openDrops() {
        drops.add(node.open("large", 150));
        drops.add(node.open("small", 10));
        drops.add(node.open("smallest", 1));
        node.start();
    }

    @Test
    void exactlyAllCouponsAreIssuedOneEachInOrderOfArrival() {
        Hammer.run(() -> askAtRandom(0), () -> askAtRandom(1));
        askForEverybody();
        drops.forEach(drop -> checkDrop(drop, drop.terms().quantity()));
    }

    @Test
    void exactlyAllCouponsAreIssuedWhileAnOperatorPausesResumesAndRaises() {
        AtomicInteger raised = new AtomicInteger();
        Hammer.run(() -> askAtRandom(0), () -> askAtRandom(1), () -> raised.set(operate()));
        askForEverybody();
        checkDrop(drops.get(0), 150);
        checkDrop(drops.get(1), 10 + raised.get());
        checkDrop(drops.get(2), 1);
    }

    private void askAtRandom(int thread) {
        Random random = new Random(thread);
        for (int i = 0; i < ASKS; i++) {
            Campaign drop = drops.get(random.nextInt(drops.size()));
            Reply reply = ask(thread, drop, random.nextInt(USERS));
            if (i % 20 == 0) {
                reply.outcome();
            }
        }
    }

    private Reply ask(int thread, Campaign drop, int user) {
        Reply reply = node.ask(drop, "user" + user);
        askedByThread.get(thread).add(reply);
        return reply;
    }

    /// Pauses and resumes all, and raises the small one; returns by how much.
    private int operate() {
        Random random = new Random(3);
        int raised = 0;
        while (raised < 60) {
            Campaign drop = drops.get(random.nextInt(drops.size()));
            node.change(drop, new CampaignChange.Pause());
            node.raise(drops.get(1), 10 + ++raised);
            ask(2, drop, random.nextInt(USERS)).outcome();
            node.change(drop, new CampaignChange.Resume());
            ask(2, drop, random.nextInt(USERS)).outcome();
        }
        return raised;
    }

    /// Whoever was turned away asks again, until all coupons are issued.
    private void askForEverybody() {
        for (Campaign drop : drops) {
            for (int i = 0; i < USERS; i++) {
                assertThat(ask(0, drop, i).outcome())
                        .isInstanceOfAny(Issued.class, AlreadyIssued.class, SoldOut.class);
            }
        }
    }

    private void checkDrop(Campaign drop, int quantity) {
        Map<String, Coupon> issued = new HashMap<>();
        for (List<Reply> asked : askedByThread) {
            int last = 0;
            for (Reply reply : repliesOf(asked, drop)) {
                if (reply.outcome() instanceof Issued(Coupon coupon)) {
                    assertThat(issued.put(reply.user.value(), coupon)).as("one each").isNull();
                    assertThat(coupon.issuance().ordinal()).as("in order").isGreaterThan(last);
                    last = coupon.issuance().ordinal();
                }
            }
        }
        assertThat(issued.values().stream().map(coupon -> coupon.issuance().ordinal()).sorted())
                .as("gapless and exactly all")
                .containsExactlyElementsOf(ordinals(quantity));
        assertThat(issued.values()).extracting(Coupon::code).doesNotHaveDuplicates();
        assertThat(node.shown(drop).issued()).isEqualTo(quantity);
        askedByThread.forEach(asked -> checkOthers(repliesOf(asked, drop), issued));
    }

    private static List<Reply> repliesOf(List<Reply> asked, Campaign drop) {
        return asked.stream().filter(reply -> reply.campaign.equals(drop.id())).toList();
    }

    private static List<Integer> ordinals(int last) {
        List<Integer> ordinals = new ArrayList<>();
        for (int i = 1; i <= last; i++) {
            ordinals.add(i);
        }
        return ordinals;
    }

    private static void checkOthers(List<Reply> asked, Map<String, Coupon> issued) {
        for (Reply reply : asked) {
            if (reply.outcome() instanceof AlreadyIssued(Coupon coupon)) {
                assertThat(coupon).as("same answer").isEqualTo(issued.get(reply.user.value()));
            } else {
                assertThat(reply.outcome())
                        .isInstanceOfAny(
                                Issued.class, SoldOut.class, Paused.class, Overloaded.class);
            }
        }
    }
}
