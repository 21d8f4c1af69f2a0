package io.firstcome.verify.load;

import org.HdrHistogram.Histogram;

import java.util.Locale;

/// How long answers took, counted from when their requests were due, and how late the asker itself
/// was. So a slow server can not hide the requests that waited for it before they were sent.
public final class Delays {
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram lateNanos = new Histogram(SIGNIFICANT_DIGITS);

    /// A request is sent so long after it was due.
    public void sent(long late) {
        lateNanos.recordValue(late);
    }

    /// A request is answered. Slow clients do not count: it is they who are slow.
    public void answered(Reply reply) {
        if (reply.manner() == Manner.PLAIN) {
            latencyNanos.recordValue(reply.doneNanos() - reply.dueNanos());
        }
    }

    /// From when a request was due to the end of its answer.
    public Histogram latencyNanos() {
        return latencyNanos;
    }

    /// From when a request was due to when it was sent: no connection was free, or this machine is
    /// too slow.
    public Histogram lateNanos() {
        return lateNanos;
    }

    /// All of it in one line.
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "latency since due: p50 %.2f ms, p99 %.2f ms, worst %.2f ms;"
                        + " asked late: p99 %.2f ms, worst %.2f ms",
                latencyNanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                latencyNanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                latencyNanos.getMaxValue() / NANOS_PER_MILLI,
                lateNanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                lateNanos.getMaxValue() / NANOS_PER_MILLI);
    }
}
