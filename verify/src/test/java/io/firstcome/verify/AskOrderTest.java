package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class AskOrderTest {
    private static final Crowd CROWD = new Crowd(64, 4, 1, 5);

    @Test
    void everybodyAsksOnceBeforeTheOpeningAndTheRestAfterIt() {
        AskOrder order = AskOrder.aroundOpening(CROWD);
        assertThat(order.size()).isEqualTo(256);
        assertThat(order.early()).isEqualTo(64);
        assertThat(users(order, 0, 64)).containsExactlyInAnyOrder(range(64));
        for (int user : range(64)) {
            assertThat(IntStream.of(users(order, 64, 256)).filter(other -> other == user))
                    .hasSize(3);
        }
    }

    @Test
    void impatientPeoplePressAllAtOnce() {
        int[] users = users(AskOrder.afterOpening(CROWD), 0, 256);
        int first = IntStream.range(0, 256).filter(ask -> users[ask] == 8).findFirst().orElse(-1);
        assertThat(users).contains(8);
        assertThat(IntStream.range(first, first + 4).map(ask -> users[ask])).containsOnly(8);
    }

    @Test
    void whoAsksOnceAsksAtTheOpening() {
        AskOrder order = AskOrder.aroundOpening(new Crowd(10, 1, 1, 5));
        assertThat(order.early()).isZero();
        assertThat(order.size()).isEqualTo(10);
    }

    @Test
    void seedFixesTheOrder() {
        int[] once = users(AskOrder.aroundOpening(CROWD), 0, 256);
        int[] again = users(AskOrder.aroundOpening(CROWD), 0, 256);
        int[] other = users(AskOrder.aroundOpening(new Crowd(64, 4, 1, 6)), 0, 256);
        assertThat(again).containsExactly(once);
        assertThat(other).isNotEqualTo(once);
    }

    private static int[] users(AskOrder order, int from, int to) {
        return IntStream.range(from, to).map(order::user).toArray();
    }

    private static int[] range(int end) {
        return IntStream.range(0, end).toArray();
    }
}
