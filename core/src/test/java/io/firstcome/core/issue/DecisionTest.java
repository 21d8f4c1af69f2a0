package io.firstcome.core.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Every decision is compared with an oracle that knows no batches.
class DecisionTest {
    private static final Window WINDOW = new Window(100, 200);
    private static final List<UserId> USERS = users(4);
    private static final int REQUESTS_MAX = 6;

    private static List<UserId> users(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UserId("u" + i)).toList();
    }

    /// A drop as a ledger runs it: batch by batch, durable in between.
    private static final class Drop {
        final DecisionOracle oracle;
        Campaign campaign;
        final Map<UserId, Issuance> holders = new HashMap<>();
        final List<Issuance> issued = new ArrayList<>();

        Drop(int quantity) {
            oracle = new DecisionOracle(quantity, WINDOW);
            campaign = oracle.campaign();
        }

        void ask(List<UserId> batch, long now) {
            Decision decision = Decision.decide(campaign, now, batch, holders::get);
            List<Verdict> expected = new ArrayList<>();
            batch.forEach(user -> expected.add(oracle.ask(user, now)));
            assertThat(decision.verdicts()).isEqualTo(expected);
            decision.granted().forEach(issuance -> holders.put(issuance.user(), issuance));
            issued.addAll(decision.granted());
            campaign = campaign.withIssued(decision.granted().size());
            assertThat(campaign).isEqualTo(oracle.campaign());
        }

        void pause(boolean isPaused) {
            oracle.isPaused = isPaused;
            campaign = oracle.campaign();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everySmallDropInEveryOrderAndEverySplitIntoBatches(int quantity) {
        for (int length = 1; length <= REQUESTS_MAX; length++) {
            int orders = (int) Math.pow(USERS.size(), length);
            for (int order = 0; order < orders; order++) {
                List<UserId> requests = requests(order, length);
                for (int split = 0; split < 1 << (length - 1); split++) {
                    run(quantity, requests, split);
                }
            }
        }
    }

    /// The requests that the digits of `order` to the base of the number of users stand for.
    private static List<UserId> requests(int order, int length) {
        List<UserId> requests = new ArrayList<>();
        int rest = order;
        for (int i = 0; i < length; i++) {
            requests.add(USERS.get(rest % USERS.size()));
            rest /= USERS.size();
        }
        return requests;
    }

    /// @param split a bit for every request but the last: whether a batch ends after it
    private static void run(int quantity, List<UserId> requests, int split) {
        Drop drop = new Drop(quantity);
        int from = 0;
        for (int i = 1; i <= requests.size(); i++) {
            if (i == requests.size() || (split >> (i - 1) & 1) == 1) {
                drop.ask(requests.subList(from, i), WINDOW.startMicros() + i);
                from = i;
            }
        }
        if (!drop.issued.equals(drop.oracle.issued())) {
            assertThat(drop.issued).isEqualTo(drop.oracle.issued());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {98, 99, 100, 101, 198, 199, 200, 201})
    void case05_everySmallDropAroundTheStartAndTheEnd(long now) {
        for (int order = 0; order < 64; order++) {
            for (boolean isPaused : new boolean[] {false, true}) {
                Drop drop = new Drop(2);
                drop.ask(List.of(USERS.get(3)), 100);
                drop.pause(isPaused);
                drop.ask(requests(order, 3), now);
                assertThat(drop.issued).isEqualTo(drop.oracle.issued());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void largeRandomDropsWithPauses(long seed) {
        Random random = new Random(seed);
        Drop drop = new Drop(random.nextInt(1, 3_000));
        List<UserId> users = users(5_000);
        long now = 90;
        while (now < 205) {
            List<UserId> batch = new ArrayList<>();
            for (int i = random.nextInt(400); i > 0; i--) {
                batch.add(users.get(random.nextInt(users.size())));
            }
            drop.ask(batch, now);
            drop.pause(random.nextInt(10) == 0);
            now += random.nextInt(4);
        }
        assertThat(drop.issued).isEqualTo(drop.oracle.issued());
    }

    @Test
    void onlyWhatIsGrantedIsToBeMadeDurable() {
        Drop drop = new Drop(2);
        drop.ask(List.of(USERS.get(0)), 100);
        Decision decision =
                Decision.decide(drop.campaign, 101, USERS.subList(0, 3), drop.holders::get);
        Issuance second = new Issuance(2, USERS.get(1), 101);
        assertThat(decision.granted()).containsExactly(second);
        assertThat(decision.verdicts())
                .containsExactly(
                        new Verdict.Held(new Issuance(1, USERS.get(0), 100)),
                        new Verdict.Granted(second),
                        new Verdict.Denied(CampaignState.SOLD_OUT));
    }

    @Test
    void saysWhetherSomebodyIsToldOfTheEnd() {
        Drop drop = new Drop(2);
        drop.ask(List.of(USERS.get(0)), 100);
        assertThat(decided(drop, USERS.subList(0, 1), 200).saysEnded()).isFalse();
        assertThat(decided(drop, USERS.subList(0, 2), 200).saysEnded()).isTrue();
        assertThat(decided(drop, USERS.subList(0, 2), 199).saysEnded()).isFalse();
    }

    private static Decision decided(Drop drop, List<UserId> users, long now) {
        return Decision.decide(drop.campaign, now, users, drop.holders::get);
    }
}
