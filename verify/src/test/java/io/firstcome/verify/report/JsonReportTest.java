package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Verdict;
import io.firstcome.verify.client.Json;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class JsonReportTest {
    private final Json small = Json.parse(JsonReport.write(account(SmallHistory.history())));

    private static Account account(History history) {
        return SmallHistory.account(history);
    }

    @Test
    void verdictAndEvidenceAreThere() {
        Json verdict = small.get("verdict");
        assertThat(verdict.get("passed").text()).isEqualTo("false");
        assertThat(verdict.get("promises").number()).isEqualTo(3);
        assertThat(verdict.get("broken").number()).isEqualTo(1);
        assertThat(verdict.get("warnings").number()).isEqualTo(1);
        assertThat(verdict.get("text").text()).isEqualTo("FAIL: 1 of 3 promises broken");
        Json last = small.get("findings").elements().get(2);
        assertThat(last.get("promise").text()).isEqualTo("One each");
        assertThat(last.get("result").text()).isEqualTo("FAIL");
        assertThat(last.get("evidence").text()).isEqualTo("ada has two");
    }

    @Test
    void violationsAreThereOneByOneAndCounted() {
        Finding broken = new Finding("X", Result.FAIL, "a", List.of("a", "b"), 1_002);
        Account account = new Account(new Verdict(List.of(broken)), null, null, null);
        Json finding = Json.parse(JsonReport.write(account)).get("findings").elements().getFirst();
        assertThat(finding.get("violationCount").number()).isEqualTo(1_002);
        assertThat(finding.get("violations").elements())
                .extracting(Json::text)
                .containsExactly("a", "b");
    }

    @Test
    void settingsAndLoadAreThere() {
        assertThat(small.get("format").text()).isEqualTo("firstcome-verify/2");
        assertThat(small.get("settings").get("users").number()).isEqualTo(3);
        assertThat(small.get("settings").get("seed").number()).isEqualTo(7);
        assertThat(small.get("command").text()).isEqualTo(SmallHistory.COMMAND);
        assertThat(small.get("load").get("sent").number()).isEqualTo(6);
        assertThat(small.get("load").get("unknown").number()).isEqualTo(1);
        assertThat(small.get("campaign").get("id").text()).isEqualTo("small");
        assertThat(small.get("campaign").get("limit").number()).isEqualTo(2);
        assertThat(small.get("campaign").get("start").text()).isEqualTo("2025-06-23T11:57:00Z");
        assertThat(small.get("campaign").get("end").isPresent()).isFalse();
    }

    @Test
    void outcomesAndLatenciesAreExact() {
        Json outcomes = small.get("outcomes");
        assertThat(outcomes.get("NEW").number()).isEqualTo(2);
        assertThat(outcomes.get("AGAIN").number()).isEqualTo(1);
        assertThat(outcomes.get("SOLD_OUT").number()).isEqualTo(1);
        assertThat(outcomes.get("NOT_STARTED").number()).isEqualTo(1);
        assertThat(outcomes.get("UNKNOWN").number()).isEqualTo(1);
        assertThat(outcomes.get("PAUSED").isPresent()).isFalse();
        assertThat(small.get("causesOfUnknown").get("reset").number()).isEqualTo(1);
        assertThat(small.get("latencyMillis").get("answers").number()).isEqualTo(5);
        assertThat(millis("p50")).isBetween(1.0, 1.001);
        assertThat(millis("max")).isBetween(2.5, 2.502);
        assertThat(small.get("firstCouponMillis").text()).isEqualTo("1.75");
        assertThat(small.get("clockUncertaintyMillis").text()).isEqualTo("0.25");
    }

    private double millis(String percentile) {
        return millis(small, "latencyMillis", percentile);
    }

    private static double millis(Json report, String latency, String percentile) {
        return Double.parseDouble(report.get(latency).get(percentile).text());
    }

    @Test
    void latencyIsWhatPeopleWaitedAndThatSinceSentStandsBesideIt() {
        Json json = Json.parse(JsonReport.write(account(SmallHistory.waitingHistory())));
        assertThat(millis(json, "latencyMillis", "p50")).isBetween(5.0, 5.01);
        assertThat(millis(json, "latencyMillis", "max")).isBetween(10.0, 10.01);
        assertThat(millis(json, "latencySinceSentMillis", "p50")).isBetween(1.0, 1.001);
        assertThat(millis(json, "latencySinceSentMillis", "max")).isBetween(1.0, 1.001);
        assertThat(at(json.get("timeline").get("due"), 0, 1, 9)).containsExactly(10L, 0L, 0L);
    }

    @Test
    void timelineHasEveryAskInItsMillisecond() {
        Json timeline = small.get("timeline");
        assertThat(timeline.get("origin").text()).isEqualTo("opening");
        assertThat(timeline.get("originTime").text()).isEqualTo("2025-06-23T11:57:00Z");
        assertThat(timeline.get("fromMillis").number()).isEqualTo(-50);
        assertThat(timeline.get("widthMillis").number()).isEqualTo(1);
        assertThat(timeline.get("due").elements()).hasSize(100);
        assertThat(at(timeline.get("due"), -2, 0, 1, 2, 4)).containsExactly(1L, 2L, 1L, 0L, 2L);
        Json outcomes = timeline.get("outcomes");
        assertThat(at(outcomes.get("NOT_STARTED"), -2, -1)).containsExactly(0L, 1L);
        assertThat(at(outcomes.get("NEW"), 1, 2, 3)).containsExactly(1L, 0L, 1L);
        assertThat(at(outcomes.get("UNKNOWN"), 4)).containsExactly(1L);
        assertThat(timeline.get("maxMillis").elements()).hasSize(100);
        assertThat(timeline.get("maxMillis").elements().get(50 + 2).isPresent()).isFalse();
        assertThat(timeline.get("dueOutside").number()).isZero();
    }

    private static List<Long> at(Json buckets, int... millis) {
        return Arrays.stream(millis)
                .mapToObj(milli -> buckets.elements().get(50 + milli).number())
                .toList();
    }

    @Test
    void largestOvertakingIsNamed() {
        Json queue = small.get("queue");
        assertThat(queue.get("winners").number()).isEqualTo(2);
        assertThat(queue.get("placeUnknown").number()).isZero();
        Json largest = queue.get("largestOvertaking");
        assertThat(largest.get("millis").text()).isEqualTo("0.25");
        assertThat(largest.get("earlier").get("userId").text()).isEqualTo("ada");
        assertThat(largest.get("earlier").get("sentMillis").text()).isEqualTo("0.5");
        assertThat(largest.get("later").get("userId").text()).isEqualTo("bob");
        assertThat(largest.get("later").get("ordinal").number()).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        History history = SmallHistory.history();
        Json replayed =
                Json.parse(
                        JsonReport.write(new Account(SmallHistory.verdict(), history, null, null)));
        assertThat(replayed.get("settings").isPresent()).isFalse();
        assertThat(replayed.get("load").isPresent()).isFalse();
        assertThat(replayed.get("timeline").isPresent()).isTrue();
        Verdict verdict = SmallHistory.verdict();
        Json impossible = Json.parse(JsonReport.write(new Account(verdict, null, null, null)));
        assertThat(impossible.get("verdict").get("broken").number()).isEqualTo(1);
        assertThat(impossible.get("outcomes").isPresent()).isFalse();
    }

    @Test
    void historyWithoutAnAskIsWritten() {
        History nobody =
                new History(
                        SmallHistory.campaign("nobody", 1),
                        0,
                        List.of(),
                        Listing.EMPTY,
                        Listing.EMPTY);
        Json json = Json.parse(JsonReport.write(account(nobody)));
        assertThat(json.get("latencyMillis").get("answers").number()).isZero();
        assertThat(json.get("firstCouponMillis").isPresent()).isFalse();
    }
}
