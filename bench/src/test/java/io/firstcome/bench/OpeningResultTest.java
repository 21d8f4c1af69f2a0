package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.client.Json;
import io.firstcome.verify.report.JsonText;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

class OpeningResultTest {
    private static final Finding EARLY =
            new Finding("Nobody before the start", Result.FAIL, "ada was told 3 ms before");

    private final OpeningResult result =
            new OpeningResult(
                    1_000,
                    List.of(
                            opening(1_000, 2, 40),
                            opening(999, 6, 101),
                            opening(1_000, 4, 50, EARLY)));

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
                        """);
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
        assertThat(first.get("allMillis").text()).isEqualTo("40.000");
        assertThat(first.get("uncertaintyMillis").text()).isEqualTo("0.250");
    }

    @Test
    void brokenPromisesAndUntoldCouponsFail() {
        assertThat(result.failures())
                .containsExactly(
                        "opening 2: told 999 coupons (expected: 1000)",
                        "opening 3: Nobody before the start: ada was told 3 ms before");
    }

    private static Opening opening(long told, long first, long all, Finding... broken) {
        return new Opening(told, first * 1_000_000, all * 1_000_000, 250_000, List.of(broken));
    }
}
