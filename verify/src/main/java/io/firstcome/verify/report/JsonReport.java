package io.firstcome.verify.report;

import static io.firstcome.verify.report.JsonText.millis;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Verdict;
import io.firstcome.verify.load.LoadSummary;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/// A run as a JSON document; its fields are explained in `docs/VERIFY.md`.
final class JsonReport {
    private static final String FORMAT = "firstcome-verify/2";

    private JsonReport() {}

    static String write(Account account) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("format", FORMAT);
        members.put("verdict", verdict(account.verdict()));
        members.put(
                "findings",
                account.verdict().findings().stream().map(JsonReport::finding).toList());
        Settings settings = account.settings();
        if (settings != null) {
            members.put("settings", settings.values());
        }
        if (settings != null && settings.command() != null) {
            members.put("command", settings.command());
        }
        LoadSummary load = account.load();
        if (load != null) {
            members.put("load", load(load));
        }
        History history = account.history();
        if (history != null) {
            putHistory(members, history);
        }
        return JsonText.of(members) + "\n";
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("passed", verdict.passed());
        members.put("promises", verdict.findings().size());
        members.put("broken", verdict.broken());
        members.put("warnings", verdict.warnings());
        members.put("skipped", verdict.skipped());
        members.put("text", TextReport.sentence(verdict));
        return members;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("promise", finding.promise());
        members.put("result", finding.result());
        members.put("evidence", finding.evidence());
        members.put("violationCount", finding.violationCount());
        members.put("violations", finding.violations());
        return members;
    }

    private static Map<String, Object> load(LoadSummary load) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("sent", load.sent());
        members.put("answered", load.answered());
        members.put("unknown", load.unknown());
        members.put("connectFailures", load.connectFailures());
        return members;
    }

    private static void putHistory(Map<String, @Nullable Object> members, History history) {
        Outcomes outcomes = Outcomes.of(history.asks());
        members.put("campaign", campaign(history.campaign()));
        members.put("clockUncertaintyMillis", millis(history.clockUncertaintyNanos()));
        members.put("outcomes", outcomes.counts());
        members.put("causesOfUnknown", outcomes.causes());
        members.put("latencyMillis", latency(Latency.sinceDue(history.asks())));
        members.put("latencySinceSentMillis", latency(Latency.sinceSent(history.asks())));
        members.put("firstCouponMillis", firstCoupon(history));
        members.put("timeline", timeline(Timeline.of(history)));
        members.put("queue", queue(Queue.of(history), history.campaign().startNanos()));
    }

    private static Map<String, @Nullable Object> campaign(Campaign campaign) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("id", campaign.id());
        members.put("limit", campaign.limit());
        members.put("start", campaign.start());
        members.put("end", campaign.end());
        return members;
    }

    private static Map<String, Object> latency(Latency latency) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("answers", latency.answers());
        members.put("p50", millis(latency.p50()));
        members.put("p90", millis(latency.p90()));
        members.put("p99", millis(latency.p99()));
        members.put("p999", millis(latency.p999()));
        members.put("max", millis(latency.max()));
        return members;
    }

    /// When the first coupon was told, after the start.
    private static @Nullable BigDecimal firstCoupon(History history) {
        OptionalLong first =
                history.asks().stream()
                        .filter(ask -> ask.outcome() instanceof Issued)
                        .mapToLong(Ask::doneNanos)
                        .min();
        return first.isEmpty() ? null : millis(first.getAsLong() - history.campaign().startNanos());
    }

    private static Map<String, Object> timeline(Timeline timeline) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("origin", timeline.atOpening() ? "opening" : "firstAsk");
        members.put("originTime", Instant.EPOCH.plusNanos(timeline.originNanos()));
        members.put("fromMillis", millis(timeline.fromNanos()));
        members.put("widthMillis", millis(timeline.widthNanos()));
        members.put("due", timeline.due());
        members.put("outcomes", timeline.answers());
        members.put("p50Millis", latencies(timeline, latency -> latency.getValueAtPercentile(50)));
        members.put("p99Millis", latencies(timeline, latency -> latency.getValueAtPercentile(99)));
        members.put("maxMillis", latencies(timeline, Histogram::getMaxValue));
        members.put("dueOutside", timeline.dueOutside());
        members.put("outcomesOutside", timeline.answersOutside());
        return members;
    }

    private static List<@Nullable BigDecimal> latencies(
            Timeline timeline, ToLongFunction<Histogram> value) {
        List<@Nullable BigDecimal> values = new ArrayList<>();
        for (int bucket = 0; bucket < timeline.size(); bucket++) {
            Histogram latency = timeline.latencyNanos(bucket);
            values.add(latency == null ? null : millis(value.applyAsLong(latency)));
        }
        return values;
    }

    private static Map<String, @Nullable Object> queue(Queue queue, long startNanos) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("winners", queue.places().size());
        members.put("placeUnknown", queue.lost());
        members.put("overtakings", queue.overtakings());
        Queue.Overtaking largest = queue.largest();
        if (largest != null) {
            Map<String, Object> overtaking = new LinkedHashMap<>();
            overtaking.put("millis", millis(largest.nanos()));
            overtaking.put("earlier", place(largest.earlier(), startNanos));
            overtaking.put("later", place(largest.later(), startNanos));
            members.put("largestOvertaking", overtaking);
        }
        return members;
    }

    private static Map<String, Object> place(Queue.Place place, long startNanos) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("userId", place.userId());
        members.put("sentMillis", millis(place.sentNanos() - startNanos));
        members.put("ordinal", place.ordinal());
        return members;
    }
}
