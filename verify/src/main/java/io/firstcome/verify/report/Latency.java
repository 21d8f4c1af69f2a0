package io.firstcome.verify.report;

import io.firstcome.check.Ask;

import org.HdrHistogram.Histogram;

import java.util.List;
import java.util.function.ToLongFunction;

/// How long answers took, in nanoseconds, rounded to three digits; of no answer all are 0.
///
/// @param answers how many there were: lost requests are none
record Latency(long answers, long p50, long p90, long p99, long p999, long max) {
    private static final int SIGNIFICANT_DIGITS = 3;

    /// What people waited: from when a request was to be sent, so that a slow server can not hide
    /// those that waited for it before they were sent.
    static Latency sinceDue(List<Ask> asks) {
        return of(asks, ask -> ask.doneNanos() - ask.dueNanos());
    }

    /// From when a request was sent.
    static Latency sinceSent(List<Ask> asks) {
        return of(asks, ask -> ask.doneNanos() - ask.sentNanos());
    }

    /// What of it passed before the request was sent: no connection was free, or this machine is
    /// too slow.
    static Latency untilSent(List<Ask> asks) {
        return of(asks, ask -> ask.sentNanos() - ask.dueNanos());
    }

    private static Latency of(List<Ask> asks, ToLongFunction<Ask> nanos) {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        for (Ask ask : asks) {
            if (OutcomeKind.of(ask.outcome()) != OutcomeKind.UNKNOWN) {
                histogram.recordValue(nanos.applyAsLong(ask));
            }
        }
        return new Latency(
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(90),
                histogram.getValueAtPercentile(99),
                histogram.getValueAtPercentile(99.9),
                histogram.getMaxValue());
    }
}
