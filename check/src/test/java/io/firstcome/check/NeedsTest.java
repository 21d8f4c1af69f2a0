package io.firstcome.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

class NeedsTest {
    private static final Set<Fact> EVERYTHING = EnumSet.allOf(Fact.class);
    private static final Finding KEPT = new Finding("Never over", Result.PASS, "9 of 9");
    private static final Finding BROKEN = new Finding("Never over", Result.FAIL, "10 of 9");

    @Test
    void whatIsToldIsJudged() {
        assertThat(Needs.of(new NeverOver()).judged(KEPT, Set.of(Fact.ORDINAL))).isEqualTo(KEPT);
        assertThat(Needs.of(new Answered()).judged(KEPT, EVERYTHING)).isEqualTo(KEPT);
    }

    @Test
    void withoutAListNothingPassesButMayFail() {
        Needs needs = Needs.of(new NeverOver());
        assertThat(needs.judged(BROKEN, EVERYTHING)).isEqualTo(BROKEN);
        assertThat(needs.judged(KEPT, EVERYTHING))
                .isEqualTo(
                        new Finding(
                                "Never over",
                                Result.SKIP,
                                "not told by this system: a list of what it issued;"
                                        + " as far as told: 9 of 9"));
    }

    @Test
    void whatCanNotBeJudgedNeitherPassesNorFails() {
        Needs needs = Needs.of(new GaplessOrdinals());
        assertThat(needs.judged(BROKEN, EVERYTHING).result()).isEqualTo(Result.SKIP);
        assertThat(needs.judged(KEPT, EVERYTHING).evidence())
                .isEqualTo("not told by this system: ordinals");
    }

    @Test
    void checkWithoutItsOwnNeedsTakesAllToBeNeeded() {
        Check unheardOf = evidence -> KEPT;
        assertThat(Needs.of(unheardOf).judged(BROKEN, Set.of(Fact.COUNT)).result())
                .isEqualTo(Result.SKIP);
    }

    @Test
    void ofASystemThatTellsNothingOnlyAnswersAreJudged() {
        Campaign campaign = Campaign.limited("c", 1, Instant.EPOCH);
        Ask ask = new Ask("u", 1, 2, new Refused(Refusal.SOLD_OUT));
        History heard =
                new History(
                        campaign,
                        0,
                        List.of(ask),
                        Listing.EMPTY,
                        Listing.EMPTY,
                        new Told(EVERYTHING, null, List.of()));
        assertThat(Checker.check(heard))
                .filteredOn(finding -> finding.result() != Result.SKIP)
                .extracting(Finding::promise, Finding::result)
                .containsExactly(
                        tuple("Everyone is answered", Result.PASS),
                        tuple("Honest refusals", Result.PASS));
    }

    @Test
    void codesAreOfTheFormThatIsTold() {
        Coupon coupon = new Coupon("u", 1, "ABC", Instant.EPOCH);
        assertThat(codes(coupon, null).result()).isEqualTo(Result.FAIL);
        assertThat(codes(coupon, "[A-Z]{3}").result()).isEqualTo(Result.PASS);
        assertThat(codes(coupon, "[A-Z]{2}").evidence()).isEqualTo("ordinal 1 of u has code 'ABC'");
    }

    private static Finding codes(Coupon coupon, @Nullable String form) {
        Campaign campaign = Campaign.limited("c", 1, Instant.EPOCH);
        Listing after = Histories.listing(List.of(coupon));
        History history =
                new History(
                        campaign,
                        0,
                        List.of(),
                        Listing.EMPTY,
                        after,
                        new Told(Set.of(), form, List.of()));
        return new CodesWellFormed().examine(new Evidence(history));
    }
}
