package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.firstcome.check.Ask;
import io.firstcome.check.Coupon;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Issued;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class QueueTest {
    @Test
    void inOrderNobodyIsOvertaken() {
        Queue queue = Queue.of(history(List.of(won(10, 1), won(20, 2), won(30, 3)), List.of()));
        assertThat(queue.largest()).isNull();
        assertThat(queue.places()).extracting(Queue.Place::ordinal).containsExactly(1L, 2L, 3L);
    }

    @Test
    void largestOvertakingIsThatOfAllPairs() {
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            List<Ask> asks = new ArrayList<>();
            for (int ordinal = 1; ordinal <= 12; ordinal++) {
                asks.add(won(ordinal * 10 + random.nextInt(60), ordinal));
            }
            Queue queue = Queue.of(history(asks, List.of()));
            long expected = largestOfAllPairs(queue.places());
            assertThat(queue.overtakings()).isEqualTo(overtakingsOfAllPairs(queue.places()));
            assertThat(queue.largest() == null ? 0 : queue.largest().nanos()).isEqualTo(expected);
        }
    }

    private static long overtakingsOfAllPairs(List<Queue.Place> places) {
        return places.stream()
                .flatMap(one -> places.stream().filter(other -> isOvertaken(one, other)))
                .count();
    }

    private static boolean isOvertaken(Queue.Place earlier, Queue.Place later) {
        return earlier.sentNanos() < later.sentNanos() && earlier.ordinal() > later.ordinal();
    }

    private static long largestOfAllPairs(List<Queue.Place> places) {
        long largest = 0;
        for (Queue.Place earlier : places) {
            for (Queue.Place later : places) {
                if (earlier.ordinal() > later.ordinal()) {
                    largest = Math.max(largest, later.sentNanos() - earlier.sentNanos());
                }
            }
        }
        return largest;
    }

    @Test
    void sameOrdinalIsNoOvertaking() {
        Queue queue = Queue.of(history(List.of(won(10, 1), won(20, 1)), List.of()));
        assertThat(queue.largest()).isNull();
        assertThat(queue.overtakings()).isZero();
        assertThat(queue.pairs()).isEqualTo(1);
    }

    @Test
    void couponsWhoseAnswerWasLostHaveNoPlace() {
        Coupon lost = SmallHistory.coupon("eve", 3);
        Queue queue = Queue.of(history(List.of(won(10, 2), won(20, 1)), List.of(lost)));
        assertThat(queue.lost()).isEqualTo(1);
        assertThat(requireNonNull(queue.largest()).nanos()).isEqualTo(10_000);
    }

    private static Ask won(long sentMicros, long ordinal) {
        Coupon coupon = SmallHistory.coupon("user-" + ordinal, ordinal);
        return SmallHistory.ask(coupon.userId(), sentMicros, 1, new Issued(coupon, false));
    }

    private static History history(List<Ask> asks, List<Coupon> lost) {
        return new History(
                SmallHistory.campaign("any", 3),
                0,
                asks,
                Listing.EMPTY,
                new Listing(lost, List.of(), lost.size()));
    }
}
