package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.load.OpenFiles;
import io.firstcome.verify.report.JsonText;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

class OpeningResultTest {
    private static final Finding EARLY =
            new Finding("Nobody before the start", Result.FAIL, "ada was told 3 ms before");

    private static final Finding SLOW =
            new Finding("First coupon within 5 ms", Result.WARN, "told 6 ms after");
    private static final Finding KEPT = new Finding("One each", Result.PASS, "1,000 winners");
    private static final Finding APART =
            new Finding("Codes unique over campaigns", Result.PASS, "2,999 different codes");

    private final OpeningResult result =
            result(
                    false,
                    opening(1_000, 2, 40),
                    opening(999, 6, 101, SLOW),
                    opening(1_000, 4, 50, EARLY));

    @Test
    void peopleAreToldTheWorst() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        result.print(new PrintStream(printed, true, UTF_8));
        assertThat(printed.toString(UTF_8))
                .isEqualToNormalizingNewlines(
                        """
                        first coupon after the start: best 2.00, median 4.00, worst 6.00 ms; \
                        2 of 3 within 5 ms
                        all coupons  after the start: best 40.00, median 50.00, worst 101.00 ms; \
                        2 of 3 within 100 ms
                        every promise passed in 1 of 3
                        opening 2: WARN First coupon within 5 ms: told 6 ms after
                        PASS Codes unique over campaigns: 2,999 different codes
                        """);
    }

    @Test
    void everyOpeningIsALine() {
        assertThat(opening(1_000, 2, 40))
                .hasToString(
                        "first   2.00 ms (issued 0.50, asked 0.07 late), all  40.00 ms"
                                + " (+/- 0.25 ms), 1 of 1 promises passed");
    }

    @Test
    void jsonHoldsEveryOpening() {
        Json json = Json.parse(JsonText.of(result.members()));
        assertThat(json.get("firstMillis").get("most").text()).isEqualTo("6.000");
        assertThat(json.get("allMillis").get("median").text()).isEqualTo("50.000");
        assertThat(json.get("openings").elements())
                .extracting(opening -> opening.get("told").number())
                .containsExactly(1_000L, 999L, 1_000L);
        Json first = json.get("openings").elements().getFirst();
        assertThat(first.get("firstMillis").text()).isEqualTo("2.000");
        assertThat(first.get("issuedMillis").text()).isEqualTo("0.500");
        assertThat(first.get("lateMillis").text()).isEqualTo("0.070");
        assertThat(first.get("allMillis").text()).isEqualTo("40.000");
        assertThat(first.get("uncertaintyMillis").text()).isEqualTo("0.250");
        assertThat(first.get("passed").number()).isEqualTo(1);
        assertThat(json.get("openings").elements().get(1).get("notPassed").elements())
                .extracting(Json::text)
                .containsExactly("WARN First coupon within 5 ms: told 6 ms after");
    }

    @Test
    void jsonSaysHowManyAskedHowFast() {
        Json json = Json.parse(JsonText.of(result.members()));
        assertThat(json.get("connections").number()).isEqualTo(OpenFiles.roomFor(20_000));
        assertThat(json.get("requestsPerSecondBefore").number()).isEqualTo(20_000);
        assertThat(Json.parse(JsonText.of(Drops.spikes(64).members())).get("connections").number())
                .isEqualTo(64);
    }

    @Test
    void aWarningFailsWhereItMustNotBe() {
        assertThat(result(true, opening(1_000, 6, 50, SLOW)).failures())
                .containsExactly("opening 1: WARN First coupon within 5 ms: told 6 ms after");
        assertThat(result(false, opening(1_000, 6, 50, SLOW)).failures()).isEmpty();
    }

    @Test
    void whatIsNotJudgedFails() {
        Finding unread = new Finding("One each", Result.SKIP, "not told: a list");
        assertThat(result(false, opening(1_000, 2, 50, unread)).failures())
                .containsExactly("opening 1: SKIP One each: not told: a list");
    }

    @Test
    void oneCodeInTwoCampaignsFails() {
        Finding twice = new Finding("Codes unique over campaigns", Result.FAIL, "a code twice");
        OpeningResult broken =
                new OpeningResult(Drops.hammering(), false, List.of(opening(1_000, 2, 50)), twice);
        assertThat(broken.failures())
                .containsExactly("together: FAIL Codes unique over campaigns: a code twice");
    }

    private static OpeningResult result(boolean isStrict, Opening... openings) {
        return new OpeningResult(Drops.hammering(), isStrict, List.of(openings), APART);
    }

    @Test
    void brokenPromisesAndUntoldCouponsFail() {
        assertThat(result.failures())
                .containsExactly(
                        "opening 2: told 999 coupons (expected: 1000)",
                        "opening 3: FAIL Nobody before the start: ada was told 3 ms before");
    }

    private static Opening opening(long told, long first, long all, Finding... others) {
        List<Finding> findings = new ArrayList<>(List.of(others));
        findings.add(KEPT);
        return new Opening(
                told, first * 1_000_000, 500_000, 70_000, all * 1_000_000, 250_000, findings);
    }
}
