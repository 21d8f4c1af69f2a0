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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class CheckerTest {
    private static final int LIMIT = 40;
    private static final int USERS = 200;
    private static final long MILLI = 1_000_000;
    private static final History GOOD = GoodHistory.of(7, LIMIT, USERS);

    @Test
    void goodHistoriesRaiseNoAlarm() {
        for (long seed = 0; seed < 1_000; seed++) {
            int limit = (int) (1 + seed % 97);
            History history = GoodHistory.of(seed, limit, (int) (1 + seed % 151));
            assertThat(Checker.check(history))
                    .as("seed %d", seed)
                    .noneMatch(finding -> finding.result() == Result.FAIL);
        }
    }

    @Test
    void campaignWithCouponsFromBeforeRaisesNoAlarm() {
        for (long seed = 0; seed < 500; seed++) {
            History history = GoodHistory.resumed(seed, (int) (1 + seed % 97), USERS);
            assertThat(Checker.check(history))
                    .as("seed %d", seed)
                    .noneMatch(finding -> finding.result() == Result.FAIL);
        }
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("plantedViolations")
    void plantedViolationIsFound(String promise, String what, UnaryOperator<History> plant) {
        assertThat(Checker.check(plant.apply(GOOD)))
                .as(what)
                .filteredOn(finding -> finding.promise().equals(promise))
                .singleElement()
                .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.FAIL))
                .satisfies(finding -> assertThat(finding.evidence()).isNotBlank());
    }

    static Stream<Arguments> plantedViolations() {
        return Stream.of(counts(), orders(), answers(), times(), lists()).flatMap(list -> list);
    }

    private static Arguments planted(String promise, String what, UnaryOperator<History> plant) {
        return Arguments.of(promise, what, plant);
    }

    private static Stream<Arguments> counts() {
        return Stream.of(
                planted(
                        "Everyone is answered",
                        "nobody was answered at all",
                        history ->
                                Histories.withAsks(
                                        history,
                                        List.of(new Ask("u", 1, 2, new Unknown("timeout"))))),
                planted(
                        "Never over",
                        "one coupon too many",
                        history -> limited(history, LIMIT - 1L)),
                planted(
                        "No slot leaked",
                        "the last coupon was never issued",
                        history -> Histories.relisted(history, CheckerTest::withoutLast)),
                planted(
                        "Never falsely sold out",
                        "sold out with a coupon left",
                        history -> limited(history, LIMIT + 1L)),
                planted(
                        "Never falsely sold out",
                        "sold out in a campaign without a limit",
                        history ->
                                Histories.withCampaign(
                                        history, new Campaign("campaign", null, START, null))),
                planted(
                        "Never falsely sold out",
                        "sold out before the last winner had asked",
                        history ->
                                Histories.withAsk(history, refused("early", 0, Refusal.SOLD_OUT))));
    }

    private static Stream<Arguments> orders() {
        return Stream.of(
                planted(
                        "One each",
                        "somebody has two coupons",
                        history -> Histories.retold(history, CheckerTest::firstUserTakesAll)),
                planted(
                        "Ordinals without gaps",
                        "an ordinal is missing",
                        history -> Histories.retold(history, coupon -> moved(coupon, 5, 41))),
                planted(
                        "Ordinals without gaps",
                        "an ordinal is there twice",
                        history -> Histories.retold(history, coupon -> moved(coupon, 5, 6))),
                planted(
                        "Ordinals without gaps",
                        "ordinals begin with 0",
                        history -> Histories.retold(history, coupon -> moved(coupon, LIMIT, 0))),
                planted(
                        "First come, first served",
                        "the last one got the first ordinal",
                        history -> Histories.retold(history, CheckerTest::firstAndLastSwapped)),
                planted(
                        "Clock runs forward",
                        "a later ordinal was issued earlier",
                        history ->
                                Histories.retold(
                                        history, coupon -> issuedAt(coupon, LIMIT, START))));
    }

    private static Stream<Arguments> answers() {
        return Stream.of(
                planted(
                        "Same answer",
                        "a retry got another code",
                        history -> retried(history, new Recoding("가가가가가가가가가가"), true)),
                planted(
                        "Same answer",
                        "a coupon was told as new twice",
                        history -> retried(history, UnaryOperator.identity(), false)),
                planted(
                        "Same answer",
                        "the first answer speaks of an earlier coupon",
                        history ->
                                Histories.withAsks(
                                        history,
                                        List.of(
                                                Histories.withOutcome(
                                                        firstAck(history),
                                                        new Issued(firstCoupon(history), true))))),
                planted(
                        "Same answer",
                        "a winner heard sold out",
                        history ->
                                Histories.withAsk(
                                        history,
                                        refused(
                                                firstCoupon(history).userId(),
                                                1_000,
                                                Refusal.SOLD_OUT))),
                planted(
                        "Ack means durable",
                        "a coupon was told and is gone",
                        history -> Histories.relisted(history, CheckerTest::withoutLast)),
                planted(
                        "Honest refusals",
                        "an open campaign was called ended",
                        history -> Histories.withAsk(history, refused("u", 1, Refusal.ENDED))),
                planted(
                        "Honest refusals",
                        "a running campaign was called paused",
                        history -> Histories.withAsk(history, refused("u", 1, Refusal.PAUSED))),
                planted(
                        "Honest refusals",
                        "an existing campaign was called unknown",
                        history -> Histories.withAsk(history, refused("u", 1, Refusal.NOT_FOUND))),
                planted(
                        "Honest refusals",
                        "an answer makes no sense",
                        history ->
                                Histories.changed(
                                        history,
                                        Refused.class,
                                        ask ->
                                                Histories.withOutcome(
                                                        ask, new Unexpected("HTTP 404")))));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                planted(
                        "Nothing outside the window",
                        "issued before the start",
                        history ->
                                Histories.retold(
                                        history,
                                        coupon -> issuedAt(coupon, 1, START.minusNanos(1_000)))),
                planted(
                        "Nothing outside the window",
                        "told before the start",
                        history ->
                                Histories.withAsk(
                                        history,
                                        new Ask(
                                                "u",
                                                START_NANOS - 3 * MILLI,
                                                START_NANOS - MILLI,
                                                new Issued(firstCoupon(history), false)))),
                planted(
                        "Nothing outside the window",
                        "issued at the end",
                        history ->
                                Histories.withCampaign(
                                        history,
                                        new Campaign(
                                                "campaign",
                                                (long) LIMIT,
                                                START,
                                                last(history).issuedAt()))),
                planted(
                        "Opens on time",
                        "not started, said long after the start",
                        history ->
                                Histories.withAsk(history, refused("u", 30, Refusal.NOT_STARTED))));
    }

    private static Stream<Arguments> lists() {
        return Stream.of(
                planted(
                        "Nothing unasked",
                        "a coupon of somebody who never asked",
                        history ->
                                Histories.withAsks(
                                        history, withoutUser(history, firstCoupon(history)))),
                planted(
                        "Nothing unasked",
                        "a coupon of somebody who was refused every time",
                        history ->
                                Histories.withAsks(
                                        history, onlyRefused(history, firstCoupon(history)))),
                planted(
                        "Codes unique and well-formed",
                        "a code is there twice",
                        history -> Histories.retold(history, new Recoding(GoodHistory.code(9)))),
                planted(
                        "Codes unique and well-formed",
                        "a code is too short",
                        history -> Histories.retold(history, new Recoding("가나다라마바사아자"))),
                planted(
                        "Codes unique and well-formed",
                        "a code has a closed syllable",
                        history -> Histories.retold(history, new Recoding("강나다라마바사아자0"))),
                planted(
                        "Lists agree",
                        "the campaign tells another code",
                        history -> relistedCodes(history, "0000000000", LIMIT)),
                planted(
                        "Lists agree",
                        "the campaign counts wrong",
                        history -> relistedCodes(history, GoodHistory.code(1), LIMIT - 1)),
                planted(
                        "Append-only",
                        "a coupon from before has another code",
                        history ->
                                Histories.withBefore(
                                        history,
                                        Histories.listing(
                                                List.of(
                                                        new Recoding("0000000000")
                                                                .apply(firstCoupon(history)))))));
    }

    @Test
    void lateFirstCouponIsAWarningOnly() {
        List<Ask> late =
                GOOD.asks().stream()
                        .map(ask ->
                                ask.outcome() instanceof Issued
                                        ? new Ask(
                                                ask.userId(),
                                                ask.sentNanos(),
                                                ask.doneNanos() + 50 * MILLI,
                                                ask.outcome())
                                        : ask)
                        .toList();
        assertThat(result(Histories.withAsks(GOOD, late), "First coupon within 5 ms"))
                .isEqualTo(Result.WARN);
        assertThat(result(GOOD, "First coupon within 5 ms")).isEqualTo(Result.PASS);
    }

    @Test
    void usersWithoutAClearAnswerAreAWarningOnly() {
        Ask lost = new Ask("lost", START_NANOS, START_NANOS + 1, new Unknown("timeout"));
        assertThat(result(Histories.withAsk(GOOD, lost), "Everyone is answered"))
                .isEqualTo(Result.WARN);
    }

    @Test
    void lostAnswerMayHaveIssued() {
        Coupon coupon = firstCoupon(GOOD);
        List<Ask> asks = withoutUser(GOOD, coupon);
        asks.add(
                new Ask(
                        coupon.userId(),
                        START_NANOS,
                        START_NANOS + 5_000 * MILLI,
                        new Unknown("timeout")));
        assertThat(Checker.check(Histories.withAsks(GOOD, asks)))
                .noneMatch(finding -> finding.result() == Result.FAIL);
    }

    @Test
    void endedMayBeSaidFromTheEndOn() {
        Campaign ending = new Campaign("campaign", (long) LIMIT, START, START.plusSeconds(60));
        History history = Histories.withCampaign(GOOD, ending);
        assertThat(
                        result(
                                Histories.withAsk(history, refused("u", 60_001, Refusal.ENDED)),
                                "Honest refusals"))
                .isEqualTo(Result.PASS);
    }

    @Test
    void evidenceIsBoundedAndCounted() {
        History history = GOOD;
        for (int user = 0; user < 10; user++) {
            history = Histories.withAsk(history, refused("u" + user, 1, Refusal.PAUSED));
        }
        assertThat(Checker.check(history))
                .filteredOn(finding -> finding.promise().equals("Honest refusals"))
                .singleElement()
                .extracting(Finding::evidence)
                .asString()
                .contains("u0 heard PAUSED at +1.000 ms", "u2", "and 7 more")
                .doesNotContain("u3");
    }

    private static Result result(History history, String promise) {
        return Checker.check(history).stream()
                .filter(finding -> finding.promise().equals(promise))
                .findFirst()
                .orElseThrow()
                .result();
    }

    private static History limited(History history, long limit) {
        return Histories.withCampaign(history, Campaign.limited("campaign", limit, START));
    }

    private static Ask refused(String userId, long afterStartMillis, Refusal refusal) {
        long done = START_NANOS + afterStartMillis * MILLI;
        return new Ask(userId, done - 1, done, new Refused(refusal));
    }

    private static List<Coupon> withoutLast(List<Coupon> coupons) {
        return coupons.subList(0, coupons.size() - 1);
    }

    private static Coupon moved(Coupon coupon, long from, long to) {
        return coupon.ordinal() == from
                ? new Coupon(coupon.userId(), to, coupon.code(), coupon.issuedAt())
                : coupon;
    }

    private static Coupon firstAndLastSwapped(Coupon coupon) {
        return coupon.ordinal() == 1 ? moved(coupon, 1, LIMIT) : moved(coupon, LIMIT, 1);
    }

    private static Coupon issuedAt(Coupon coupon, long ordinal, Instant issuedAt) {
        return coupon.ordinal() == ordinal
                ? new Coupon(coupon.userId(), ordinal, coupon.code(), issuedAt)
                : coupon;
    }

    private static Coupon firstUserTakesAll(Coupon coupon) {
        return new Coupon(
                firstCoupon(GOOD).userId(), coupon.ordinal(), coupon.code(), coupon.issuedAt());
    }

    private static Coupon firstCoupon(History history) {
        return history.after().coupons().getFirst();
    }

    private static Coupon last(History history) {
        return history.after().coupons().getLast();
    }

    private static Ask firstAck(History history) {
        return history.asks().stream()
                .filter(ask -> ask.userId().equals(firstCoupon(history).userId()))
                .filter(ask -> ask.outcome() instanceof Issued)
                .findFirst()
                .orElseThrow();
    }

    /// The first winner asks once more and hears `change` of the coupon.
    private static History retried(History history, UnaryOperator<Coupon> change, boolean again) {
        Coupon coupon = firstCoupon(history);
        long late = START_NANOS + 1_000 * MILLI;
        Issued told = new Issued(change.apply(coupon), again);
        return Histories.withAsk(history, new Ask(coupon.userId(), late, late + 1, told));
    }

    private static List<Ask> withoutUser(History history, Coupon coupon) {
        List<Ask> asks = new ArrayList<>(history.asks());
        asks.removeIf(ask -> ask.userId().equals(coupon.userId()));
        return asks;
    }

    private static List<Ask> onlyRefused(History history, Coupon coupon) {
        List<Ask> asks = withoutUser(history, coupon);
        asks.addAll(Collections.nCopies(2, refused(coupon.userId(), 50, Refusal.SOLD_OUT)));
        return asks;
    }

    private static History relistedCodes(History history, String first, long count) {
        List<Coupon> coupons = history.after().coupons();
        List<String> codes = new ArrayList<>(history.after().codes());
        codes.set(0, first);
        return Histories.withAfter(history, new Listing(coupons, codes, count));
    }

    /// Gives the first coupon another code.
    private record Recoding(String code) implements UnaryOperator<Coupon> {
        @Override
        public Coupon apply(Coupon coupon) {
            return coupon.ordinal() == 1
                    ? new Coupon(coupon.userId(), 1, code, coupon.issuedAt())
                    : coupon;
        }
    }
}
