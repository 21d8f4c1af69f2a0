package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.stream.IntStream;

class AskOrderTest {
    private static final Crowd CROWD = new Crowd(64, 4, 1, 5);

    @Test
    void everybodyAsksOnceBeforeTheOpeningAndTheRestAfterIt() {
        int[] order = AskOrder.aroundOpening(CROWD);
        assertThat(order).hasSize(256);
        assertThat(Arrays.copyOf(order, 64)).containsExactlyInAnyOrder(range(64));
        for (int user : range(64)) {
            assertThat(Arrays.stream(order, 64, 256).filter(other -> other == user)).hasSize(3);
        }
    }

    @Test
    void whoAsksInTurnsAsksEvenlyAndOnceAtTheEnd() {
        int[] order = AskOrder.inTurns(CROWD);
        assertThat(order).hasSize(256);
        assertThat(Arrays.copyOf(order, 64)).containsExactlyInAnyOrder(range(64));
        for (int ask = 64; ask < 256; ask++) {
            assertThat(order[ask]).isEqualTo(order[ask - 64]);
        }
    }

    @Test
    void impatientPeoplePressAllAtOnce() {
        int[] users = AskOrder.afterOpening(CROWD);
        int first = IntStream.range(0, 256).filter(ask -> users[ask] == 8).findFirst().orElse(-1);
        assertThat(users).contains(8);
        assertThat(IntStream.range(first, first + 4).map(ask -> users[ask])).containsOnly(8);
    }

    @Test
    void whoAsksOnceAsksInOneRush() {
        int[] order = AskOrder.aroundOpening(new Crowd(10, 1, 1, 5));
        assertThat(order).containsExactlyInAnyOrder(range(10));
    }

    @Test
    void seedFixesTheOrder() {
        int[] once = AskOrder.aroundOpening(CROWD);
        int[] again = AskOrder.aroundOpening(CROWD);
        int[] other = AskOrder.aroundOpening(new Crowd(64, 4, 1, 6));
        assertThat(again).containsExactly(once);
        assertThat(other).isNotEqualTo(once);
    }

    private static int[] range(int end) {
        return IntStream.range(0, end).toArray();
    }
}
