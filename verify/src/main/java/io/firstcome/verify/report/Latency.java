package io.firstcome.verify.report;

import io.firstcome.check.Ask;

import org.HdrHistogram.Histogram;

import java.util.List;

/// How long answers took, in nanoseconds, rounded to three digits; of no answer all are 0.
///
/// @param answers how many there were: lost requests are none
record Latency(long answers, long p50, long p90, long p99, long p999, long max) {
    private static final int SIGNIFICANT_DIGITS = 3;

    static Latency of(List<Ask> asks) {
        Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
        for (Ask ask : asks) {
            if (OutcomeKind.of(ask.outcome()) != OutcomeKind.UNKNOWN) {
                histogram.recordValue(ask.doneNanos() - ask.sentNanos());
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
