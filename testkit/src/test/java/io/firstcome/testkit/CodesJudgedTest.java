package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Campaign;
import io.firstcome.check.Checker;
import io.firstcome.check.Coupon;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.code.CouponCodes;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The judge knows the codes' symbols by heart, as it may not ask those who make them.
class CodesJudgedTest {
    @Test
    void symbolsOfTheJudgeAreThoseOfTheCodes() {
        Set<Integer> made = new TreeSet<>();
        for (String code : new CouponCodes(new CodeKey(new byte[16])).codes(1, 1, 1_000)) {
            code.chars().forEach(made::add);
        }
        Set<Integer> accepted =
                IntStream.concat(IntStream.rangeClosed(0, 0x7F), IntStream.rangeClosed('가', '힣'))
                        .filter(symbol -> isAccepted((char) symbol + "가나0123456"))
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).hasSize(46).isEqualTo(accepted);
    }

    private static boolean isAccepted(String code) {
        Coupon coupon = new Coupon("ada", 1, code, Instant.EPOCH);
        Listing listing = new Listing(List.of(coupon), List.of(code), 1);
        Campaign campaign = Campaign.limited("drop", 1, Instant.EPOCH);
        History history = new History(campaign, 0, List.of(), Listing.EMPTY, listing);
        return Checker.check(history).stream()
                .filter(finding -> finding.promise().equals("Codes unique and well-formed"))
                .allMatch(finding -> finding.result() == Finding.Result.PASS);
    }
}
