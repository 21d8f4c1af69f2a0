package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Coupon;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class HtmlReportTest {
    private static final String EVIL = "</title></style><script>alert('1')</script>\"&\u0000";
    private static final int BYTES_MAX = 1_000_000;

    @Test
    void pageTellsTheVerdictThePromisesAndHowToRepeatTheRun() {
        assertThat(page(SmallHistory.history()))
                .startsWith("<!doctype html>\n<html lang=en>")
                .contains("<title>FAIL: verify: campaign small</title>")
                .contains("<strong>FAIL: 1 of 3 promises broken</strong>")
                .contains("<span lang=ko>불합격: 약속 3개 중 1개가 깨졌습니다</span>")
                .contains("<th scope=row>One each<td>ada has two")
                .contains("<th scope=row>seed<td>7")
                .contains("<code>" + SmallHistory.COMMAND + "</code>")
                .contains("ada asked at +0.500 ms and got ordinal 2, but bob, who asked 0.25 ms");
    }

    @Test
    void latencyIsWhatPeopleWaited() {
        assertThat(page(SmallHistory.waitingHistory()))
                .contains("<dt>p50 latency<dd>5.00 ms", "<dt>p99 latency<dd>10.00 ms")
                .contains("<tr><th scope=row>the ask was due<td>5.00 ms<td>9.00 ms<td>10.00 ms")
                .contains("<tr><th scope=row>it was sent<td>1.00 ms<td>1.00 ms<td>1.00 ms")
                .contains("asks due per 1 ms: 10 at the most.");
    }

    @Test
    void chartsHaveTitlesAndDescriptions() {
        String page = page(SmallHistory.history());
        for (String chart : List.of("arrivals", "outcomes", "latencies", "queue")) {
            assertThat(page)
                    .contains(
                            "role=img aria-labelledby='%1$s-t %1$s-d'".formatted(chart),
                            "<title id=" + chart + "-t>",
                            "<desc id=" + chart + "-d>");
        }
    }

    @Test
    void textOfOthersIsNoMarkup() {
        Coupon first = new Coupon(EVIL, 2, EVIL, SmallHistory.START);
        Coupon second = new Coupon(EVIL + "2", 1, EVIL, SmallHistory.START);
        History history =
                new History(
                        SmallHistory.campaign(EVIL, 2),
                        0,
                        List.of(
                                SmallHistory.ask(EVIL, 1, 5, new Issued(first, false)),
                                SmallHistory.ask(EVIL, 2, 5, new Issued(second, false)),
                                SmallHistory.ask(EVIL, 3, 5, new Unknown(EVIL))),
                        Listing.EMPTY,
                        Listing.EMPTY);
        Verdict verdict = new Verdict(List.of(new Finding(EVIL, Result.PASS, EVIL)));
        Settings settings = new Settings(Map.of(EVIL, EVIL), EVIL);

        String page = HtmlReport.write(new Account(verdict, history, settings, null));

        assertThat(page)
                .doesNotContain("<script", "alert('", "\u0000")
                .containsOnlyOnce("</style>")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\uFFFD");
        assertThat(page.split("&lt;script&gt;", -1)).hasSizeGreaterThan(8);
    }

    @Test
    void pageNeedsNothingButItself() {
        String page = page(SmallHistory.history());
        assertThat(page)
                .contains("default-src 'none'")
                .doesNotContain("http:", "https:", "//", "<script", "<link", "<img", "src=")
                .doesNotContain("href", "url(", "@import", "@font-face");
    }

    @Test
    void pageOfALongRunIsSmallAndSaysWhatItLeavesOut() {
        String page = page(SmallHistory.large(200_000));
        assertThat(page.length()).isLessThan(BYTES_MAX / 3);
        assertThat(page)
                .contains("4,000 of 20,000 new coupons drawn (1 in 5)")
                .contains("Each step is 2 ms wide and counts everything in it");
    }

    @Test
    void endlessTextIsCut() {
        List<Finding> findings = List.of(new Finding("Long", Result.FAIL, "<".repeat(5_000_000)));
        Account account = new Account(new Verdict(findings), null, null, null);
        assertThat(HtmlReport.write(account)).hasSizeLessThan(30_000).contains("&lt;…");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        Account replayed = new Account(SmallHistory.verdict(), SmallHistory.history(), null, null);
        assertThat(HtmlReport.write(replayed)).doesNotContain("Settings").contains("Latency");
        Account impossible = new Account(SmallHistory.verdict(), null, null, null);
        assertThat(HtmlReport.write(impossible)).contains("One each").doesNotContain("<svg");
    }

    private static String page(History history) {
        return HtmlReport.write(SmallHistory.account(history));
    }
}
