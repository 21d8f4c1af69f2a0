package io.firstcome.check;

import static io.firstcome.check.GoodHistory.START;
import static io.firstcome.check.GoodHistory.START_NANOS;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A system is blamed for what it does, and for nothing else.
class BlameTest {
    private static final long MILLI = 1_000_000;

    @Test
    void secondCouponIsNeitherOutOfTurnNorOfAWrongTime() {
        Coupon first = coupon("a", 1, 1);
        Coupon other = coupon("b", 2, 20);
        Coupon second = coupon("a", 3, 40);
        History history =
                history(
                        List.of(first, other, second),
                        told(first, false),
                        told(other, false),
                        told(second, false));
        assertThat(broken(history)).containsExactly("One each", "Same answer");
    }

    @Test
    void secondCouponThatIsOutOfTurnIsBothFaults() {
        Coupon first = coupon("a", 1, 1);
        Coupon other = coupon("b", 3, 20);
        Coupon second = coupon("a", 2, 40);
        History history =
                history(
                        List.of(first, second, other),
                        told(first, false),
                        told(other, false),
                        told(second, false));
        assertThat(broken(history))
                .containsExactly(
                        "One each",
                        "Same answer",
                        "First come, first served",
                        "Clock runs forward");
    }

    @Test
    void secondCouponOfAnEarlierWinnerIsNotOutOfTurn() {
        Coupon earlier = coupon("a", 1, -50);
        Coupon other = coupon("b", 2, 20);
        Coupon second = coupon("a", 3, 40);
        History history = history(List.of(earlier, other, second), told(other, false));
        History resumed =
                new History(
                        campaign(START.minusSeconds(1)),
                        0,
                        List.of(told(other, false), told(second, false)),
                        Histories.listing(List.of(earlier)),
                        history.after());
        assertThat(broken(resumed)).containsExactly("One each", "Same answer");
    }

    @Test
    void couponThatChangedOnceIsNotOutOfTurn() {
        Coupon earlier = coupon("a", 1, 1);
        Coupon changed = new Coupon("a", 1, "0000000000", earlier.issuedAt());
        Coupon other = coupon("b", 2, 20);
        History history =
                new History(
                        campaign(START),
                        0,
                        List.of(told(other, false), lost("a", 40)),
                        Histories.listing(List.of(earlier)),
                        Histories.listing(List.of(changed, other)));
        assertThat(broken(history)).containsExactly("Append-only");
    }

    @Test
    void oneAnswerIsNoRetry() {
        Coupon told = coupon("a", 1, 1);
        Coupon listed = new Coupon("a", 1, "0000000000", told.issuedAt());
        assertThat(broken(history(List.of(listed), told(told, false))))
                .containsExactly("Ack means durable");
    }

    @Test
    void wholeSecondsMayBeCutOrRounded() {
        Coupon cut = new Coupon("a", 1, GoodHistory.code(1), START);
        Coupon rounded = new Coupon("b", 2, GoodHistory.code(2), START.plusSeconds(1));
        History history =
                history(
                        List.of(cut, rounded),
                        ask("a", 2, 3, new Refused(Refusal.NOT_STARTED)),
                        ask("a", 400, 410, new Issued(cut, false)),
                        ask("b", 600, 610, new Issued(rounded, false)),
                        ask("c", 620, 630, new Refused(Refusal.SOLD_OUT)));
        assertThat(broken(history)).isEmpty();
    }

    @Test
    void wholeSecondsAreJudgedAsFarAsTheyTell() {
        Coupon coupon = new Coupon("a", 1, GoodHistory.code(1), START.plusSeconds(3));
        History history = history(List.of(coupon), ask("a", 400, 410, new Issued(coupon, false)));
        assertThat(broken(history)).containsExactly("Issue times are true");
    }

    /// The stand-in for a time that is not told says nothing.
    @Test
    void timesThatAreNotToldAreNotJudged() {
        Coupon coupon = new Coupon("a", 1, GoodHistory.code(1), START.plusNanos(1));
        History history =
                history(
                        List.of(coupon),
                        ask("a", 3, 4, new Refused(Refusal.NOT_STARTED)),
                        ask("a", 6, 7, new Issued(coupon, false)));
        assertThat(broken(history)).containsExactly("Same answer", "Issue times are true");
        assertThat(broken(untold(history, Fact.ISSUE_TIME))).isEmpty();
    }

    @Test
    void startMayBeFinerThanTheTimes() {
        Coupon coupon = coupon("a", 1, 0);
        History fine =
                new History(
                        campaign(START.plusNanos(999_000)),
                        0,
                        List.of(told(coupon, false)),
                        Listing.EMPTY,
                        Histories.listing(List.of(coupon, coupon("b", 2, 1))));
        assertThat(broken(fine)).containsExactly("Nothing unasked");
    }

    @Test
    void whoIsToldOnlyThatTheyHaveOneIsNotGivenTheSameAnswer() {
        Coupon coupon = coupon("a", 1, 1);
        History history =
                history(
                        List.of(coupon),
                        told(coupon, false),
                        ask("a", 30, 31, new Refused(Refusal.ALREADY_ISSUED)));
        assertThat(broken(history)).containsExactly("Same answer");
        assertThat(finding(history, "Same answer").evidence())
                .isEqualTo("a has a coupon, asked at +30.000 ms and heard ALREADY_ISSUED");
    }

    @Test
    void whoCanHaveNoneIsNotTold() {
        History history = history(List.of(), ask("a", 30, 31, new Refused(Refusal.ALREADY_ISSUED)));
        assertThat(broken(history)).containsExactly("Honest refusals");
    }

    @Test
    void listThatCanNotBeReadIsNamedAndJudgedNoFurther() {
        Coupon coupon = coupon("a", 1, 1);
        History history =
                new History(
                        campaign(START),
                        0,
                        List.of(
                                told(coupon, false),
                                ask("b", 5, 6, new Refused(Refusal.SOLD_OUT)),
                                ask("c", 5, 6, new Unexpected("HTTP 404"))),
                        Listing.EMPTY,
                        Listing.unreadable("http://server: not reachable"));
        assertThat(broken(history)).containsExactly("Ack means durable", "Honest refusals");
        assertThat(finding(history, "Ack means durable").evidence())
                .isEqualTo("the list can not be read: http://server: not reachable");
        assertThat(Checker.check(history))
                .filteredOn(finding -> finding.result() == Result.PASS)
                .extracting(Finding::promise)
                .containsExactly(
                        "Everyone is answered",
                        "Same answer",
                        "Opens on time",
                        "First coupon within 5 ms");
    }

    @Test
    void refusalWithAFalseStatusIsWorthALook() {
        Coupon coupon = coupon("a", 1, 1);
        History history = history(List.of(coupon), told(coupon, false));
        Told told = new Told(Set.of(), null, List.of("SOLD_OUT with HTTP 500"));
        assertThat(finding(withTold(history, told), "Honest refusals"))
                .isEqualTo(
                        new Finding(
                                "Honest refusals",
                                Result.WARN,
                                "every refusal may be true, but not by its status:"
                                        + " SOLD_OUT with HTTP 500"));
    }

    @Test
    void oneCouponMayBeToldInOtherWordsByAnAdapter() {
        Coupon coupon = coupon("a", 1, 1);
        Coupon unnamed = new Coupon("whoever got it", 7, coupon.code(), START);
        History one = history(List.of(coupon), told(coupon, false));
        History two = history(List.of(unnamed));
        assertThat(Checker.checkTogether(List.of(one, two)).result()).isEqualTo(Result.FAIL);
        assertThat(Checker.checkTogether(List.of(one, untold(two, Fact.USER))).result())
                .isEqualTo(Result.PASS);
    }

    @Test
    void couponsWithoutCodesShareNone() {
        Coupon one = new Coupon("a", 1, "", START);
        Coupon two = new Coupon("b", 2, "", START);
        History history = untold(history(List.of(one, two)), Fact.CODE);
        assertThat(Checker.checkTogether(List.of(history, history)).evidence())
                .isEqualTo("0 different codes in 2 histories");
    }

    private static Coupon coupon(String userId, int ordinal, long millis) {
        Instant issuedAt = START.plusMillis(millis);
        return new Coupon(userId, ordinal, GoodHistory.code(ordinal), issuedAt);
    }

    private static Campaign campaign(Instant start) {
        return new Campaign("campaign", null, start, null);
    }

    /// The answer that tells of a coupon as soon as it is issued.
    private static Ask told(Coupon coupon, boolean again) {
        long issued = Campaign.epochNanos(coupon.issuedAt());
        return new Ask(coupon.userId(), issued, issued + MILLI, new Issued(coupon, again));
    }

    private static Ask lost(String userId, long millis) {
        return ask(userId, millis, millis + 1, new Unknown("reset"));
    }

    private static Ask ask(String userId, long sentMillis, long doneMillis, Outcome outcome) {
        return new Ask(
                userId,
                START_NANOS + sentMillis * MILLI,
                START_NANOS + doneMillis * MILLI,
                outcome);
    }

    /// Of a campaign that has as many coupons as are listed, where it is sold out.
    private static History history(List<Coupon> listed, Ask... asks) {
        boolean soldOut =
                Arrays.stream(asks)
                        .anyMatch(ask -> ask.outcome().equals(new Refused(Refusal.SOLD_OUT)));
        Campaign campaign =
                soldOut ? Campaign.limited("campaign", listed.size(), START) : campaign(START);
        return new History(campaign, 0, List.of(asks), Listing.EMPTY, Histories.listing(listed));
    }

    private static History untold(History history, Fact fact) {
        return withTold(history, new Told(Set.of(fact), null, List.of()));
    }

    private static History withTold(History history, Told told) {
        return new History(
                history.campaign(), 0, history.asks(), history.before(), history.after(), told);
    }

    private static List<String> broken(History history) {
        return Checker.check(history).stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .map(Finding::promise)
                .toList();
    }

    private static Finding finding(History history, String promise) {
        return Checker.check(history).stream()
                .filter(finding -> finding.promise().equals(promise))
                .findFirst()
                .orElseThrow();
    }
}
