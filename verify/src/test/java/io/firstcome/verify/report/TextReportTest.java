package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.Verdict;
import io.firstcome.verify.load.LoadSummary;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

class TextReportTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final TextReport report = new TextReport(new PrintStream(printed, true, UTF_8));

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }

    @Test
    void tellsWhatWasDoneTheEvidenceAndLastTheVerdict() {
        report.announce(
                SmallHistory.campaign("small", 2),
                250_000,
                List.of("3 users ask; seed 7", "early-birds"));
        report.answers(SmallHistory.history().asks());
        report.load(new LoadSummary(6, 5, 1, 4), 7);
        report.verdict(SmallHistory.verdict());
        assertThat(lines())
                .contains(
                        "campaign small, opening at 2025-06-23T11:57:00Z",
                        "2 coupons; 3 users ask; seed 7",
                        "  new coupon                      2",
                        "    1 reset",
                        "  latency since due: p50 1.00 ms, p90 2.50 ms, p99 2.50 ms, p99.9 2.50 ms,"
                                + " worst 2.50 ms",
                        "  stopped early: only 6 of 7 asks could be sent",
                        "  4 failed connects",
                        "  FAIL  One each                      ada has two")
                .endsWith("FAIL: 1 of 3 promises broken");
        assertThat(printed.toString(UTF_8)).doesNotContain("since sent", "asked late");
    }

    @Test
    void tellsWhatPeopleWaitedBeforeTheyWereSentAndAfter() {
        report.answers(SmallHistory.waitingHistory().asks());
        assertThat(lines())
                .contains(
                        "  latency since due: p50 5.00 ms, p90 9.00 ms, p99 10.00 ms, p99.9"
                                + " 10.00 ms, worst 10.00 ms",
                        "  latency since sent: p50 1.00 ms, p90 1.00 ms, p99 1.00 ms, p99.9 1.00"
                                + " ms, worst 1.00 ms",
                        "  asked late: p50 4.00 ms, p90 8.00 ms, p99 9.00 ms, p99.9 9.00 ms, worst"
                                + " 9.00 ms");
    }

    @Test
    void whereAllViolationsStandIsSaidWhenTheyAreOnlyCounted() {
        report.verdict(SmallHistory.verdict());
        assertThat(lines()).noneMatch(line -> line.contains("--json"));
        List<String> violations = List.of("a", "b", "c", "d");
        Finding broken = new Finding("X", Result.FAIL, "a; b; c; and 1 more", violations, 4);
        report.verdict(new Verdict(List.of(broken)));
        assertThat(lines()).contains("  " + TextReport.ABRIDGED);
        assertThat(HtmlReport.write(new Account(new Verdict(List.of(broken)), null, null, null)))
                .contains("<p class=note>" + TextReport.ABRIDGED);
    }

    @Test
    void whatWasNotJudgedWasNotKept() {
        Finding kept = new Finding("X", Result.PASS, "");
        Finding skipped = new Finding("Y", Result.SKIP, "");
        Finding broken = new Finding("Z", Result.FAIL, "");
        assertThat(TextReport.sentence(new Verdict(List.of(kept, skipped))))
                .isEqualTo("PASS: none of 2 promises broken, 1 not judged");
        assertThat(TextReport.sentence(new Verdict(List.of(kept, skipped, broken))))
                .isEqualTo("FAIL: 1 of 3 promises broken, 1 not judged");
    }

    @Test
    void textOfTheServerDoesNotSteerTheTerminal() {
        report.verdict(new Verdict(List.of(new Finding("X", Result.PASS, "\u001b[2J\r\nPASS"))));
        assertThat(printed.toString(UTF_8)).doesNotContain("\u001b", "\r").contains("\uFFFD[2J");
        assertThat(lines()).endsWith("PASS: all 1 promises kept");
    }
}
