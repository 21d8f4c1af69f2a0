package io.firstcome.verify.report;

import static java.util.Objects.requireNonNull;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Unknown;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// What a run has heard so far; counted by one thread, read by any.
public final class Tally {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Map<OutcomeKind, LongAdder> counts = new EnumMap<>(OutcomeKind.class);
    private final SingleWriterRecorder latencies = new SingleWriterRecorder(SIGNIFICANT_DIGITS);

    public Tally() {
        for (OutcomeKind kind : OutcomeKind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    /// Counts an answer and how long it took.
    public void answered(Outcome outcome, long latencyNanos) {
        latencies.recordValue(latencyNanos);
        counter(OutcomeKind.of(outcome)).increment();
    }

    /// Counts a request of which nothing was heard.
    public void lost(Unknown outcome) {
        counter(OutcomeKind.of(outcome)).increment();
    }

    long of(OutcomeKind kind) {
        return counter(kind).sum();
    }

    long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /// Adds the latencies since the last call to `sum`, in nanoseconds.
    void drainLatencies(Histogram sum) {
        sum.add(latencies.getIntervalHistogram());
    }

    private LongAdder counter(OutcomeKind kind) {
        return requireNonNull(counts.get(kind));
    }
}
