package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.BatchOutcome.Decided;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Ordinals 1 to k without a gap, in the order of coming.
abstract class OrdinalsContract extends LedgerTopic {
    OrdinalsContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void aBatchIsNumberedInItsOrder() {
        Campaign campaign = open("drop", 100);
        Decided decided = ask(campaign, "z", "m", "a", "b");
        assertThat(granted(decided)).extracting(Issuance::ordinal).containsExactly(1, 2, 3, 4);
        assertThat(issuances(campaign)).isEqualTo(granted(decided));
    }

    @Test
    void batchesAreNumberedOneAfterAnother() {
        Campaign campaign = open("drop", 100);
        List<Issuance> granted = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            granted.addAll(granted(ask(campaign, users("batch" + i + "-", i))));
        }
        assertThat(granted).hasSize(45).isEqualTo(issuances(campaign));
    }

    @Test
    void thoseWhoHoldOrAreDeniedLeaveNoGap() {
        Campaign campaign = open("drop", 4);
        ask(campaign, "a", "a", "b");
        ask(campaign, "b", "a");
        ask(campaign, "a", "c", "c", "d", "e", "f");
        assertThat(issuances(campaign))
                .extracting(issuance -> issuance.ordinal() + issuance.user().value())
                .containsExactly("1a", "2b", "3c", "4d");
    }

    @Test
    void everyCampaignBeginsAtOne() {
        Campaign one = open("one", 10);
        Campaign two = open("two", 10);
        ask(one, "a", "b", "c");
        assertThat(granted(askOne(two, "c")).ordinal()).isEqualTo(1);
    }

    @Test
    void afterARestartTheNextOrdinalFollows() {
        Campaign campaign = open("drop", 100);
        ask(campaign, "a", "b");
        reopen();
        assertThat(granted(askOne(campaign, "c")).ordinal()).isEqualTo(3);
        reopen();
        reopen();
        assertThat(granted(askOne(campaign, "d")).ordinal()).isEqualTo(4);
    }

    @Test
    void theOrderOfComingHoldsInBatchesOfThousands() {
        Campaign campaign = open("drop", 5_000);
        List<UserId> users = users("u", 6_000);
        List<Issuance> granted = new ArrayList<>();
        granted.addAll(granted(ask(campaign, users.subList(0, 2_000))));
        granted.addAll(granted(ask(campaign, users.subList(1_000, 6_000))));
        assertThat(granted).extracting(Issuance::user).isEqualTo(users.subList(0, 5_000));
        assertThat(issuances(campaign)).isEqualTo(granted);
    }

    @Test
    void whoWasAnsweredBeforeAnotherAskedHasTheSmallerOrdinal() {
        Campaign campaign = open("drop", 1_000);
        AtomicLong ticks = new AtomicLong();
        List<List<Ask>> asks =
                Together.run(
                        4,
                        thread -> {
                            List<Ask> mine = new ArrayList<>();
                            for (UserId user : users("t" + thread + "-", 40)) {
                                mine.add(timed(campaign, user, ticks));
                            }
                            return mine;
                        });
        assertInOrder(asks.stream().flatMap(List::stream).toList());
    }

    private record Ask(long askedAt, long answeredAt, int ordinal) {}

    private Ask timed(Campaign campaign, UserId user, AtomicLong ticks) {
        long asked = ticks.incrementAndGet();
        int ordinal = granted(ask(campaign, List.of(user))).getFirst().ordinal();
        return new Ask(asked, ticks.incrementAndGet(), ordinal);
    }

    private static void assertInOrder(List<Ask> asks) {
        List<Ask> byOrdinal = asks.stream().sorted(Comparator.comparingInt(Ask::ordinal)).toList();
        long lastAskedAt = 0;
        for (Ask ask : byOrdinal) {
            assertThat(ask.answeredAt()).as("%s came too late", ask).isGreaterThan(lastAskedAt);
            lastAskedAt = Math.max(lastAskedAt, ask.askedAt());
        }
    }

    @Test
    void everyCouponOfABatchHasTheTimeOfItsDecision() {
        Campaign campaign = open("drop", 100);
        for (int i = 0; i < 5; i++) {
            clock.step(i);
            Decided decided = ask(campaign, users("batch" + i + "-", 3));
            assertThat(decided.decidedAtMicros()).isEqualTo(clock.nowMicros());
            assertThat(granted(decided))
                    .extracting(Issuance::issuedAtMicros)
                    .containsOnly(clock.nowMicros());
        }
    }
}
