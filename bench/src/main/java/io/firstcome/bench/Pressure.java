package io.firstcome.bench;

/// How hard a server is asked.
///
/// @param connections how many are held open, each with one request in flight
/// @param requestsPerSecond how many requests are due in a second, evenly; infinite: as many as the
///   connections can ask
record Pressure(int connections, double requestsPerSecond) {
    private static final double NANOS_PER_SECOND = 1e9;

    static Pressure full(int connections) {
        return new Pressure(connections, Double.POSITIVE_INFINITY);
    }

    /// How long after the first request the one with this number is due.
    long dueNanos(int number) {
        return (long) (number * NANOS_PER_SECOND / requestsPerSecond);
    }

    boolean isFull() {
        return Double.isInfinite(requestsPerSecond);
    }
}
