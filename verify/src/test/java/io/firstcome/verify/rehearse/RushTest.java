package io.firstcome.verify.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

class RushTest {
    private static final Instant START = Instant.parse("2026-11-11T11:00:00Z");

    @Test
    void theLastCouponIsTheSellOut() {
        Rush rush = Rush.of(history(3L, List.of(5L, 30L, 1L), List.of()));
        assertThat(rush.soldOutAfter()).isEqualTo(Duration.ofMillis(30));
        assertThat(rush.issued()).isEqualTo(3);
    }

    @Test
    void withCouponsLeftThereIsNoSellOut() {
        assertThat(Rush.of(history(4L, List.of(1L, 2L, 3L), List.of())).soldOutAfter()).isNull();
    }

    @Test
    void unlimitedCouponsNeverSellOut() {
        assertThat(Rush.of(history(null, List.of(1L), List.of())).soldOutAfter()).isNull();
    }

    @Test
    void nothingAtAllIsNoRush() {
        assertThat(Rush.of(history(1L, List.of(), List.of()))).isEqualTo(new Rush(0, null, 0, 0));
    }

    @Test
    void thePeakIsTheBestTenthOfASecond() {
        List<Long> issued = LongStream.rangeClosed(1, 20).map(i -> 60 + 10 * i).boxed().toList();
        Rush rush = Rush.of(history(20L, issued, List.of(0L, 50L, 99L, 100L, 400L)));
        assertThat(rush.couponsPerSecond()).isEqualTo(100);
        assertThat(rush.answersPerSecond()).isEqualTo(30);
    }

    @Test
    void answersBeforeTheOpeningDoNotCount() {
        assertThat(Rush.of(history(1L, List.of(), List.of(-3L, -2L, 1L))).answersPerSecond())
                .isEqualTo(10);
    }

    @Test
    void whatWasNotAnsweredDoesNotCount() {
        assertThat(Rush.of(history(ask(1, new Unknown("reset")))).answersPerSecond()).isZero();
    }

    private static History history(@Nullable Long limit, List<Long> issued, List<Long> answered) {
        List<Coupon> coupons =
                IntStream.range(0, issued.size())
                        .mapToObj(i -> new Coupon("u" + i, i + 1L, "code" + i, at(issued.get(i))))
                        .toList();
        List<Ask> asks =
                answered.stream().map(done -> ask(done, new Refused(Refusal.SOLD_OUT))).toList();
        return new History(
                new Campaign("c", limit, START, null),
                0,
                asks,
                Listing.EMPTY,
                new Listing(coupons, List.of(), coupons.size()));
    }

    private static History history(Ask ask) {
        return new History(
                Campaign.limited("c", 1, START), 0, List.of(ask), Listing.EMPTY, Listing.EMPTY);
    }

    private static Ask ask(long doneMillis, Outcome outcome) {
        long done = Campaign.epochNanos(at(doneMillis));
        return new Ask("u", done - 1, done, outcome);
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }
}
