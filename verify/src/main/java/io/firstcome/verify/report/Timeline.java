package io.firstcome.verify.report;

import io.firstcome.check.Ask;
import io.firstcome.check.History;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What happened around the opening, in buckets of equal width.
///
/// Asks count when they were due. Where none was up to the opening, it begins at the first ask
/// instead.
final class Timeline {
    /// How many buckets there are before the origin.
    static final int BEFORE = 50;

    /// How many buckets there are from the origin on, at the most.
    static final int AFTER_MAX = 500;

    private static final long MILLI = 1_000_000;
    private static final double SHARE_SHOWN = 0.99;
    private static final int SIGNIFICANT_DIGITS = 2;

    private final long originNanos;
    private final boolean atOpening;
    private final long widthNanos;
    private final long[] due;
    private final Map<OutcomeKind, long[]> answers = new EnumMap<>(OutcomeKind.class);
    private final @Nullable Histogram[] latencies;
    private long dueOutside;
    private long answersOutside;

    private Timeline(History history) {
        List<Ask> asks = history.asks();
        long startNanos = history.campaign().startNanos();
        long first = asks.stream().mapToLong(Ask::dueNanos).min().orElse(startNanos);
        atOpening = first <= startNanos;
        originNanos = atOpening ? startNanos : first;
        long[] done = sortedAnswersAfterOrigin(asks);
        widthNanos = width(done);
        int buckets = BEFORE + bucketsAfter(done);
        due = new long[buckets];
        latencies = new @Nullable Histogram[buckets];
        asks.forEach(this::count);
    }

    static Timeline of(History history) {
        return new Timeline(history);
    }

    private long[] sortedAnswersAfterOrigin(List<Ask> asks) {
        return asks.stream()
                .mapToLong(ask -> ask.doneNanos() - originNanos)
                .filter(nanos -> nanos >= 0)
                .sorted()
                .toArray();
    }

    /// The smallest of 1, 2, 5, 10, 20, ... ms with which nearly all answers are inside.
    private static long width(long[] sortedNanos) {
        long needed =
                sortedNanos.length == 0
                        ? 0
                        : sortedNanos[(int) ((sortedNanos.length - 1) * SHARE_SHOWN)];
        long width = MILLI;
        for (int step = 0; width * AFTER_MAX <= needed; step++) {
            width = step % 3 == 1 ? width / 2 * 5 : width * 2;
        }
        return width;
    }

    private int bucketsAfter(long[] sortedNanos) {
        long last = sortedNanos.length == 0 ? 0 : sortedNanos[sortedNanos.length - 1];
        return Math.clamp(last / widthNanos + 1, BEFORE, AFTER_MAX);
    }

    private void count(Ask ask) {
        OutcomeKind kind = OutcomeKind.of(ask.outcome());
        int dueIn = bucket(ask.dueNanos());
        if (dueIn < 0) {
            dueOutside++;
        } else {
            due[dueIn]++;
            if (kind != OutcomeKind.UNKNOWN) {
                latency(dueIn).recordValue(ask.doneNanos() - ask.dueNanos());
            }
        }
        int doneIn = bucket(ask.doneNanos());
        if (doneIn < 0) {
            answersOutside++;
        } else {
            answers.computeIfAbsent(kind, _ -> new long[due.length])[doneIn]++;
        }
    }

    private Histogram latency(int bucket) {
        Histogram latency = latencies[bucket];
        if (latency == null) {
            latency = new Histogram(SIGNIFICANT_DIGITS);
            latencies[bucket] = latency;
        }
        return latency;
    }

    /// -1 when outside.
    private int bucket(long nanos) {
        long bucket = BEFORE + Math.floorDiv(nanos - originNanos, widthNanos);
        return bucket < 0 || bucket >= due.length ? -1 : (int) bucket;
    }

    /// The instant that is 0 here, in nanoseconds since the epoch.
    long originNanos() {
        return originNanos;
    }

    /// Whether the origin is the opening and not the first ask.
    boolean atOpening() {
        return atOpening;
    }

    long widthNanos() {
        return widthNanos;
    }

    /// Where the first bucket begins, after the origin.
    long fromNanos() {
        return -BEFORE * widthNanos;
    }

    int size() {
        return due.length;
    }

    /// Asks that were due, by bucket.
    long[] due() {
        return due.clone();
    }

    /// Answers read or given up, by kind and bucket; a kind that did not occur is absent.
    Map<OutcomeKind, long[]> answers() {
        return answers;
    }

    /// How long those took, from then on, that were due in a bucket; null: none was answered.
    @Nullable Histogram latencyNanos(int bucket) {
        return latencies[bucket];
    }

    long dueOutside() {
        return dueOutside;
    }

    long answersOutside() {
        return answersOutside;
    }

    /// The largest number of asks that were due in one bucket.
    long dueMax() {
        return Arrays.stream(due).max().orElse(0);
    }
}
