package io.firstcome.check;

import static io.firstcome.check.GoodHistory.START;
import static io.firstcome.check.GoodHistory.START_NANOS;
import static io.firstcome.check.Ground.MILLI;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class CheckerTest {
    private static final int LIMIT = 40;
    private static final int USERS = 200;
    private static final int GROUNDS = 25;
    private static final int COUPONS_MIN = 3;
    private static final History GOOD = GoodHistory.of(7, LIMIT, USERS);

    @Test
    void goodHistoriesRaiseNoAlarm() {
        for (long seed = 0; seed < 10_000; seed++) {
            History history = GoodHistory.random(seed);
            assertThat(Checker.check(history))
                    .as("seed %d", seed)
                    .allMatch(finding -> isExcused(history, finding));
        }
    }

    /// Where answers were lost or asks not tried, somebody may have none, and the first be late.
    private static boolean isExcused(History history, Finding finding) {
        return switch (finding.result()) {
            case PASS -> true;
            case WARN ->
                    history.asks().stream().map(Ask::outcome).anyMatch(CheckerTest::isTrouble)
                            && (finding.promise().equals("Everyone is answered")
                                    || finding.promise().equals("First coupon within 5 ms"));
            case FAIL, SKIP -> false;
        };
    }

    private static boolean isTrouble(Outcome outcome) {
        return outcome instanceof Unknown || outcome.equals(new Refused(Refusal.NOT_ATTEMPTED));
    }

    @ParameterizedTest
    @EnumSource(Plant.class)
    void plantedViolationIsFoundAndNamed(Plant plant) {
        Random random = new Random(plant.name().hashCode());
        int found = 0;
        for (long seed = 0; found < GROUNDS; seed++) {
            assertThat(seed).as("good histories tried").isLessThan(20_000);
            Planted planted = planted(plant, seed, random);
            if (planted != null) {
                found++;
                assertThat(finding(planted.history(), plant.promise()))
                        .as("%s, seed %d", plant, seed)
                        .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.FAIL))
                        .satisfies(finding ->
                                assertThat(finding.evidence()).contains(planted.named()));
                assertThat(Checker.check(planted.history()))
                        .as("%s, seed %d", plant, seed)
                        .filteredOn(finding -> finding.result() == Result.FAIL)
                        .extracting(Finding::promise)
                        .allMatch(plant::mayBreak);
            }
        }
    }

    private static @Nullable Planted planted(Plant plant, long seed, Random random) {
        History history = GoodHistory.random(seed);
        Ground ground = Ground.of(history, random);
        boolean fertile = ground.told().size() >= COUPONS_MIN;
        return fertile && finding(history, plant.promise()).result() != Result.FAIL
                ? plant.in(ground)
                : null;
    }

    @Test
    void everyPromiseHasAPlant() {
        assertThat(Checker.check(GOOD))
                .extracting(Finding::promise)
                .filteredOn(promise -> !promise.equals("First coupon within 5 ms"))
                .allMatch(CheckerTest::isPlanted);
    }

    private static boolean isPlanted(String promise) {
        return Stream.of(Plant.values()).anyMatch(plant -> plant.promise().equals(promise));
    }

    @Test
    void aMillionAsksAreJudged() {
        History history = GoodHistory.of(11, 100_000, 333_334);
        assertThat(history.asks()).hasSizeGreaterThan(1_000_000);
        assertThat(Checker.check(history))
                .noneMatch(finding -> finding.result() == Result.FAIL)
                .extracting(Finding::evidence)
                .contains("100,000 coupons of 100,000", "1 to 100,000");
    }

    /// What is squared in the asks or coupons of one user does not end.
    @Test
    void oneUserWithAllAsksAndAllCouponsIsJudged() {
        List<Coupon> coupons = new ArrayList<>();
        List<Ask> asks = new ArrayList<>();
        long later = START_NANOS + 2_000 * MILLI;
        for (int index = 1; index <= 200_000; index++) {
            coupons.add(new Coupon("greedy", index, GoodHistory.code(index), START));
            asks.add(new Ask("greedy", later, later, new Refused(Refusal.SOLD_OUT)));
        }
        History history =
                new History(
                        Campaign.limited("campaign", 1, START),
                        0,
                        asks,
                        Listing.EMPTY,
                        Histories.listing(coupons));
        assertThat(Checker.check(history))
                .filteredOn(finding -> finding.result() == Result.FAIL)
                .extracting(Finding::promise)
                .contains("Never over", "One each", "Nothing unasked", "Same answer");
    }

    @Test
    void aCodeOfTwoCampaignsIsFound() {
        History other =
                Histories.withCampaign(
                        GoodHistory.of(8, LIMIT, USERS), Campaign.limited("other", LIMIT, START));
        assertThat(Checker.checkTogether(List.of(GOOD, other)))
                .satisfies(finding -> assertThat(finding.result()).isEqualTo(Result.FAIL))
                .extracting(Finding::evidence)
                .asString()
                .contains(
                        "campaign campaign, ordinal 1 of ",
                        "campaign other, ordinal 1 of ",
                        "code '" + GoodHistory.code(1) + "'",
                        "and 37 more");
        assertThat(Checker.checkTogether(List.of(GOOD, GOOD)).evidence())
                .isEqualTo("40 different codes in 2 histories");
    }

    @Test
    void lateFirstCouponIsAWarningOnly() {
        List<Ask> late =
                GOOD.asks().stream()
                        .map(ask -> ask.outcome() instanceof Issued ? later(ask) : ask)
                        .toList();
        assertThat(result(Histories.withAsks(GOOD, late), "First coupon within 5 ms"))
                .isEqualTo(Result.WARN);
        assertThat(result(GOOD, "First coupon within 5 ms")).isEqualTo(Result.PASS);
    }

    @Test
    void lateFirstCouponNamesWhatTheServerSaysAndHowLateItWasAsked() {
        Coupon coupon = new Coupon("u", 1, GoodHistory.code(1), START.plusMillis(2));
        Ask tooEarly = late("v", -90, -1, new Refused(Refusal.NOT_STARTED));
        Ask ask = late("u", -3, 1, new Issued(coupon, false));
        Ask after = late("w", 1, 99, new Refused(Refusal.SOLD_OUT));
        History history =
                Histories.withAfter(
                        Histories.withAsks(GOOD, List.of(tooEarly, ask, after)),
                        Histories.listing(List.of(coupon)));
        assertThat(finding(history, "First coupon within 5 ms").evidence())
                .isEqualTo(
                        "told 50.000 ms after the start (+/- 0.100 ms); by the server's clock"
                                + " issued +2.000 ms; asked up to 4.000 ms late until then");
    }

    private static Ask late(String user, long dueMillis, long sentMillis, Outcome outcome) {
        return new Ask(
                user,
                START_NANOS + dueMillis * MILLI,
                START_NANOS + sentMillis * MILLI,
                START_NANOS + Math.max(50, sentMillis) * MILLI,
                outcome);
    }

    @Test
    void nobodyIsLateForThoseWhoComeLater() {
        Coupon coupon = new Coupon("u", 1, GoodHistory.code(1), START.plusMillis(51));
        Ask early =
                new Ask("u", START_NANOS - 9, START_NANOS - 8, new Refused(Refusal.NOT_STARTED));
        Ask ask = ask("u", 50, 52, new Issued(coupon, false));
        History history = Histories.withAsks(GOOD, List.of(early, ask));
        assertThat(result(history, "First coupon within 5 ms")).isEqualTo(Result.PASS);
    }

    private static Ask later(Ask ask) {
        return new Ask(ask.userId(), ask.sentNanos(), ask.doneNanos() + 50 * MILLI, ask.outcome());
    }

    @Test
    void usersWithoutAClearAnswerAreAWarningWithTheirNames() {
        List<Ask> asks = List.of(lost("lost"), refused("heard"));
        assertThat(finding(Histories.withAsks(GOOD, asks), "Everyone is answered"))
                .isEqualTo(
                        new Finding(
                                "Everyone is answered",
                                Result.WARN,
                                "1 of 2 users got a clear answer; none: lost"));
    }

    private static Ask ask(String userId, long sentMillis, long doneMillis, Outcome outcome) {
        return new Ask(
                userId,
                START_NANOS + sentMillis * MILLI,
                START_NANOS + doneMillis * MILLI,
                outcome);
    }

    private static Ask lost(String userId) {
        return new Ask(userId, START_NANOS, START_NANOS + 1, new Unknown("timeout"));
    }

    private static Ask refused(String userId) {
        return new Ask(userId, START_NANOS, START_NANOS + 1, new Refused(Refusal.PAUSED));
    }

    @Test
    void lostAnswerMayHaveIssued() {
        Coupon coupon = GOOD.after().coupons().getFirst();
        List<Ask> asks = new ArrayList<>(GOOD.asks());
        asks.removeIf(ask -> ask.userId().equals(coupon.userId()));
        asks.add(ask(coupon.userId(), 0, 5_000, new Unknown("timeout")));
        assertThat(Checker.check(Histories.withAsks(GOOD, asks)))
                .noneMatch(finding -> finding.result() == Result.FAIL);
    }

    @Test
    void endedMayBeSaidFromTheEndOn() {
        Campaign ending = new Campaign("campaign", (long) LIMIT, START, START.plusSeconds(60));
        Ask ended = ask("u", 60_000, 60_000, new Refused(Refusal.ENDED));
        History history = Histories.withCampaign(Histories.withAsk(GOOD, ended), ending);
        assertThat(result(history, "Honest refusals")).isEqualTo(Result.PASS);
    }

    @Test
    void timesThatNobodyCanHaveSeenAreAnOrdinaryViolation() {
        Coupon coupon = GOOD.after().coupons().getFirst();
        Coupon never = new Coupon(coupon.userId(), 1, coupon.code(), Instant.MAX);
        History history = Histories.retold(GOOD, each -> each.equals(coupon) ? never : each);
        assertThat(result(history, "Issue times are true")).isEqualTo(Result.FAIL);
        assertThat(result(history, "Clock runs forward")).isEqualTo(Result.FAIL);
    }

    @Test
    void evidenceIsBoundedAndCounted() {
        History history = GOOD;
        for (int user = 0; user < 10; user++) {
            history = Histories.withAsk(history, refused("u" + user));
        }
        assertThat(finding(history, "Honest refusals").evidence())
                .contains("u0 heard PAUSED at +0.000 ms", "u2", "and 7 more")
                .doesNotContain("u3");
    }

    @Test
    void violationsAreNamedOneByOneUpToAThousandAndCounted() {
        List<Ask> asks = new ArrayList<>();
        for (int user = 0; user < 1_200; user++) {
            asks.add(refused("u" + user));
        }
        Finding finding = finding(Histories.withAsks(GOOD, asks), "Honest refusals");
        assertThat(finding.violations())
                .hasSize(1_000)
                .startsWith("u0 heard PAUSED at +0.000 ms")
                .endsWith("u999 heard PAUSED at +0.000 ms");
        assertThat(finding.violationCount()).isEqualTo(1_200);
        assertThat(finding.isAbridged()).isTrue();
        assertThat(finding.evidence()).endsWith("; and 1197 more");
    }

    private static Result result(History history, String promise) {
        return finding(history, promise).result();
    }

    private static Finding finding(History history, String promise) {
        return Checker.check(history).stream()
                .filter(finding -> finding.promise().equals(promise))
                .findFirst()
                .orElseThrow();
    }
}
