package io.firstcome.bench;

import org.HdrHistogram.Histogram;

/// What one measured window showed.
///
/// @param nanos how long the window was
/// @param serverCpuNanos user and system time of the server's process inside it
/// @param generatorCpuNanos the same of the load generator's
/// @param latencyNanos of every request answered inside it
record Round(long nanos, long serverCpuNanos, long generatorCpuNanos, Histogram latencyNanos) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_MICRO = 1e3;

    long requests() {
        return latencyNanos.getTotalCount();
    }

    double requestsPerSecond() {
        return requests() * NANOS_PER_SECOND / nanos;
    }

    double p50Millis() {
        return latencyNanos.getValueAtPercentile(50) / NANOS_PER_MILLI;
    }

    double p99Millis() {
        return latencyNanos.getValueAtPercentile(99) / NANOS_PER_MILLI;
    }

    double serverCpuMicrosPerRequest() {
        return serverCpuNanos / NANOS_PER_MICRO / requests();
    }

    double generatorCpuMicrosPerRequest() {
        return generatorCpuNanos / NANOS_PER_MICRO / requests();
    }
}
