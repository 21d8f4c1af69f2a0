package io.firstcome.verify.report;

import io.firstcome.verify.report.Queue.Overtaking;
import io.firstcome.verify.report.Queue.Place;

import org.HdrHistogram.Histogram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The charts of a run.
final class Charts {
    /// How many points the chart of the queue has at the most, about.
    static final int POINTS_MAX = 4_000;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int LOW = 220;
    private static final int HIGH = 320;
    private static final int SQUARE = 580;

    private final Timeline timeline;
    private final Axis time;

    Charts(Timeline timeline) {
        this.timeline = timeline;
        double from = timeline.fromNanos() / NANOS_PER_MILLI;
        double width = timeline.widthNanos() / NANOS_PER_MILLI;
        String since = timeline.atOpening() ? "the opening" : "the first ask";
        time = Axis.linear("ms after " + since, from, from + timeline.size() * width);
    }

    private Steps steps(Chart chart) {
        return new Steps(chart, time.min(), timeline.widthNanos() / NANOS_PER_MILLI);
    }

    private Chart marked(Chart chart) {
        chart.mark(0, timeline.atOpening() ? "opening" : "first ask");
        return chart;
    }

    private String perBucket(String what) {
        return "%s per %s ms"
                .formatted(what, JsonText.millis(timeline.widthNanos()).toPlainString());
    }

    /// How many asks were due.
    String arrivals() {
        Axis axis = Axis.linear(perBucket("asks due"), 0, timeline.dueMax());
        Chart chart = new Chart("arrivals", LOW, time, axis);
        chart.path("arrivals", steps(chart).between(new long[timeline.size()], timeline.due()));
        return marked(chart)
                .svg(
                        "Arrivals",
                        String.format(
                                Locale.ROOT,
                                "%s: %,d at the most.",
                                axis.label(),
                                timeline.dueMax()));
    }

    /// What came of them, when it was known.
    String outcomes() {
        long[] all = new long[timeline.size()];
        timeline.answers().values().forEach(counts -> add(all, counts));
        long most = Arrays.stream(all).max().orElse(0);
        Axis axis = Axis.linear(perBucket("outcomes"), 0, most);
        Chart chart = new Chart("outcomes", HIGH, time, axis);
        long[] low = new long[timeline.size()];
        for (Map.Entry<OutcomeKind, long[]> kind : timeline.answers().entrySet()) {
            long[] high = low.clone();
            add(high, kind.getValue());
            chart.path(kind.getKey().name(), steps(chart).between(low, high));
            low = high;
        }
        return marked(chart)
                .svg(
                        "Outcomes by kind",
                        String.format(
                                Locale.ROOT,
                                "%s: %,d at the most. The table below counts them by kind.",
                                axis.label(),
                                most));
    }

    private static void add(long[] sums, long[] counts) {
        Arrays.setAll(sums, bucket -> sums[bucket] + counts[bucket]);
    }

    /// How long the answers took to those who were to ask in each bucket.
    String latencies(Latency all) {
        double most = Math.max(1, all.max()) / NANOS_PER_MILLI;
        double least = Math.max(1, Math.min(all.p50() / 4, all.max())) / NANOS_PER_MILLI;
        Axis axis = Axis.logarithmic("latency in ms, by when the ask was due", least, most);
        Chart chart = new Chart("latencies", HIGH, time, axis);
        StringBuilder median = new StringBuilder();
        StringBuilder high = new StringBuilder();
        StringBuilder worst = new StringBuilder();
        for (int bucket = 0; bucket < timeline.size(); bucket++) {
            Histogram nanos = timeline.latencyNanos(bucket);
            if (nanos != null) {
                Steps steps = steps(chart);
                worst.append(steps.at(bucket, nanos.getMaxValue() / NANOS_PER_MILLI));
                high.append(steps.at(bucket, nanos.getValueAtPercentile(99) / NANOS_PER_MILLI));
                median.append(steps.at(bucket, nanos.getValueAtPercentile(50) / NANOS_PER_MILLI));
            }
        }
        chart.path("latency worst", worst);
        chart.path("latency high", high);
        chart.path("latency median", median);
        return marked(chart)
                .svg(
                        "Latency: half, 99 %, and the worst",
                        "The table below has the percentiles of the whole run.");
    }

    /// The order of arrival against the ordinals; a perfect queue is the diagonal.
    static String queue(Queue queue) {
        List<Place> places = queue.places();
        long least = places.stream().mapToLong(Place::ordinal).min().orElse(1);
        long most = places.stream().mapToLong(Place::ordinal).max().orElse(1);
        Axis arrival = Axis.linear("order of arrival, by when the ask was sent", 1, places.size());
        Chart chart = new Chart("queue", SQUARE, arrival, Axis.linear("ordinal", least, most));
        chart.path(
                "mark",
                "M%s %sL%s %s"
                        .formatted(
                                chart.x(1), chart.y(least), chart.x(places.size()), chart.y(most)));
        StringBuilder points = new StringBuilder();
        for (int index = 0; index < places.size(); index += every(places.size())) {
            Place place = places.get(index);
            points.append('M').append(chart.x(index + 1));
            points.append(' ').append(chart.y(place.ordinal())).append("h0");
        }
        chart.path("point", points);
        Overtaking largest = queue.largest();
        if (largest != null) {
            chart.circle(places.indexOf(largest.earlier()) + 1, largest.earlier().ordinal());
            chart.circle(places.indexOf(largest.later()) + 1, largest.later().ordinal());
        }
        return chart.svg(
                "Order of arrival and ordinal",
                "One point for each new coupon; a perfect queue is the diagonal. The circles are"
                        + " the largest overtaking, which the text above names.");
    }

    /// Of so many points only each so-manieth is drawn.
    static int every(int points) {
        return Math.ceilDiv(Math.max(1, points), POINTS_MAX);
    }
}
