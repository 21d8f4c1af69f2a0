package io.firstcome.verify.report;

import io.firstcome.check.Ask;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.verify.report.Queue.Overtaking;
import io.firstcome.verify.report.Queue.Place;

import java.util.Locale;
import java.util.OptionalLong;

/// What a page shows of a history.
final class HistorySection {
    private final History history;
    private final StringBuilder page;
    private final Outcomes outcomes;
    private final Latency latency;
    private final Latency sinceSent;
    private final Timeline timeline;

    HistorySection(History history, StringBuilder page) {
        this.history = history;
        this.page = page;
        outcomes = Outcomes.of(history.asks());
        latency = Latency.sinceDue(history.asks());
        sinceSent = Latency.sinceSent(history.asks());
        timeline = Timeline.of(history);
    }

    void write() {
        keyFigures();
        if (!history.asks().isEmpty()) {
            Charts charts = new Charts(timeline);
            opening(charts);
            latencies(charts);
            queue(Queue.of(history));
        }
    }

    private void keyFigures() {
        page.append(Html.heading("At a glance", "한눈에 보기"));
        page.append("<dl class=tiles>\n");
        tile("asks", Html.count(history.asks().size()));
        tile("new coupons", Html.count(outcomes.counts().getOrDefault(OutcomeKind.NEW, 0L)));
        tile(
                "nothing known of",
                Html.count(outcomes.counts().getOrDefault(OutcomeKind.UNKNOWN, 0L)));
        OptionalLong first =
                history.asks().stream()
                        .filter(ask -> ask.outcome() instanceof Issued)
                        .mapToLong(Ask::doneNanos)
                        .min();
        if (first.isPresent() && timeline.atOpening()) {
            long lag = first.getAsLong() - history.campaign().startNanos();
            tile("first coupon after the opening", Html.millis(lag));
        }
        if (latency.answers() > 0) {
            tile("p50 latency", Html.millis(latency.p50()));
            tile("p99 latency", Html.millis(latency.p99()));
        }
        page.append("</dl>\n");
        page.append(
                String.format(
                        Locale.ROOT,
                        "<p class=note>Clocks: times are the server's as estimated from here, to"
                                + " ±%.3f ms.</p>%n",
                        history.clockUncertaintyNanos() / 1e6));
    }

    private void tile(String name, String value) {
        page.append("<div><dt>%s<dd>%s</div>\n".formatted(name, value));
    }

    private void opening(Charts charts) {
        page.append(Html.heading("Around the opening", "오픈 전후"));
        page.append(charts.arrivals());
        page.append(charts.outcomes());
        page.append(
                """
                <div class=scroll tabindex=0 role=region aria-label=Outcomes><table class=numbers>
                <caption>Outcomes of the whole run</caption>
                <thead><tr><th scope=col>Outcome<th scope=col>Asks<th scope=col>Share</thead>
                <tbody>
                """);
        outcomes.counts().forEach(this::outcome);
        page.append("</tbody></table></div>\n");
        if (!outcomes.causes().isEmpty()) {
            page.append("<p>Nothing is known of some because of:</p>\n<ul>\n");
            outcomes.causes()
                    .forEach((cause, n) ->
                            page.append(
                                    String.format(
                                            Locale.ROOT, "<li>%s: %,d%n", Html.escape(cause), n)));
            page.append("</ul>\n");
        }
        page.append(
                String.format(
                        Locale.ROOT,
                        "<p class=note>Each step is %s ms wide and counts everything in it; nothing"
                                + " is sampled. Before and after what is drawn lie %,d asks and %,d"
                                + " outcomes.</p>%n",
                        JsonText.millis(timeline.widthNanos()).toPlainString(),
                        timeline.dueOutside(),
                        timeline.answersOutside()));
    }

    private void outcome(OutcomeKind kind, long count) {
        page.append(
                String.format(
                        Locale.ROOT,
                        "<tr><th scope=row><span class='swatch %s'></span>%s<td>%,d<td>%.1f %%%n",
                        kind.name(),
                        kind.label(),
                        count,
                        100.0 * count / history.asks().size()));
    }

    private void latencies(Charts charts) {
        if (latency.answers() == 0) {
            return;
        }
        page.append(Html.heading("Latency", "응답 시간"));
        page.append(
                """
                <p class=legend><span><span class="swatch median"></span>half were faster (p50)</span> \
                <span><span class="swatch high"></span>99 % were faster (p99)</span> \
                <span><span class="swatch worst"></span>the slowest</span></p>
                """);
        page.append(charts.latencies(latency));
        latencyTable();
    }

    private void latencyTable() {
        page.append(
                """
                <div class=scroll tabindex=0 role=region aria-label=Latency><table class=numbers>
                <caption>Latency of all answers of the run</caption>
                <thead><tr><th scope=col>Since<th scope=col>p50<th scope=col>p90<th scope=col>p99<th scope=col>p99.9\
                <th scope=col>slowest</thead>
                <tbody>
                """);
        percentiles("the ask was due", latency);
        percentiles("it was sent", sinceSent);
        page.append(
                """
                </tbody></table></div>
                <p class=note>Latency counts from when an ask was due, also while it waited for a \
                free connection; so do the figures at the top and the chart.</p>
                """);
    }

    private void percentiles(String since, Latency of) {
        page.append(
                "<tr><th scope=row>%s<td>%s<td>%s<td>%s<td>%s<td>%s\n"
                        .formatted(
                                since,
                                Html.millis(of.p50()),
                                Html.millis(of.p90()),
                                Html.millis(of.p99()),
                                Html.millis(of.p999()),
                                Html.millis(of.max())));
    }

    private void queue(Queue queue) {
        if (queue.places().isEmpty()) {
            return;
        }
        page.append(Html.heading("First come, first served", "선착순"));
        page.append("<p>").append(overtaking(queue)).append("</p>\n");
        page.append(Charts.queue(queue));
        int every = Charts.every(queue.places().size());
        page.append(
                String.format(
                        Locale.ROOT,
                        "<p class=note>%,d of %,d new coupons drawn%s; the place of %,d more is not"
                            + " known, because the answer was lost. People whose asks were under"
                            + " way at the same time may be served in either order: near the"
                            + " diagonal is as good as on it. Broken is the promise only when"
                            + " somebody who asked after another was told has the smaller"
                            + " ordinal.</p>%n",
                        Math.ceilDiv(queue.places().size(), every),
                        queue.places().size(),
                        every == 1 ? "" : " (1 in " + every + ")",
                        queue.lost()));
    }

    private String overtaking(Queue queue) {
        Overtaking largest = queue.largest();
        if (largest == null) {
            return "Nobody was overtaken: the ordinals are in the order of asking.";
        }
        return "The largest overtaking: %s, but %s, who asked %s later, got the smaller ordinal %,d."
                .formatted(
                        asked(largest.earlier()),
                        Html.escape(largest.later().userId()),
                        Html.millis(largest.nanos()),
                        largest.later().ordinal());
    }

    private String asked(Place place) {
        long after = place.sentNanos() - history.campaign().startNanos();
        return String.format(
                Locale.ROOT,
                "%s asked at %+.3f ms and got ordinal %,d",
                Html.escape(place.userId()),
                after / 1e6,
                place.ordinal());
    }
}
