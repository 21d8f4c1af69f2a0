package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class OpeningTest {
    private static final Instant START = Instant.parse("2026-11-11T11:00:00Z");
    private static final Campaign CAMPAIGN = Campaign.limited("c", 2, START);
    private static final Coupon ADA = new Coupon("ada", 1, "가나다라마바사아자차", START.plusNanos(600_000));
    private static final Coupon BOB = new Coupon("bob", 2, "나가다라마바사아자차", START.plusNanos(700_000));

    @Test
    void countsFromTheStartToTheAnswersWithNewCoupons() {
        Opening opening =
                Opening.of(
                        history(
                                new Ask("ada", at(1), at(3), new Issued(ADA, false)),
                                new Ask("bob", at(1), at(7), new Issued(BOB, false)),
                                new Ask("bob", at(8), at(9), new Issued(BOB, true)),
                                new Ask("eve", at(8), at(9), new Refused(Refusal.SOLD_OUT))));
        assertThat(opening.told()).isEqualTo(2);
        assertThat(opening.firstNanos()).isEqualTo(3_000_000);
        assertThat(opening.allNanos()).isEqualTo(7_000_000);
        assertThat(opening.uncertaintyNanos()).isEqualTo(40);
    }

    @Test
    void tellsTheServersPartFromTheAskers() {
        Refused sold = new Refused(Refusal.SOLD_OUT);
        Opening opening =
                Opening.of(
                        history(
                                new Ask("eve", at(-99), at(-1), at(1), sold),
                                new Ask("ada", at(-1), at(1), at(30), new Issued(ADA, false)),
                                new Ask("bob", at(-7), at(28), at(31), new Issued(BOB, false)),
                                new Ask("eve", at(31), at(99), at(99), sold)));
        assertThat(opening.firstNanos()).isEqualTo(30_000_000);
        assertThat(opening.issuedNanos()).isEqualTo(600_000);
        assertThat(opening.lateNanos()).isEqualTo(35_000_000);
    }

    @Test
    void namesWhatDidNotPass() {
        Opening opening = Opening.of(history(new Ask("ada", at(1), at(3), new Issued(ADA, false))));
        assertThat(opening.notPassed()).extracting(Finding::promise).contains("Nothing unasked");
    }

    @Test
    void isNoneWithoutACoupon() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        Opening.of(
                                history(
                                        new Ask(
                                                "eve",
                                                at(1),
                                                at(2),
                                                new Refused(Refusal.SOLD_OUT)))))
                .withMessage("opening: nobody got a coupon (expected: all)");
    }

    private static History history(Ask... asks) {
        List<Coupon> coupons = List.of(ADA, BOB);
        List<String> codes = coupons.stream().map(Coupon::code).toList();
        return new History(
                CAMPAIGN, 40, List.of(asks), Listing.EMPTY, new Listing(coupons, codes, 2));
    }

    private static long at(long millis) {
        return CAMPAIGN.startNanos() + millis * 1_000_000;
    }
}
