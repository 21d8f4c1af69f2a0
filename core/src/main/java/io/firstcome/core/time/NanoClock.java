package io.firstcome.core.time;

/// A clock for durations: monotonic nanoseconds from an arbitrary origin.
@FunctionalInterface
public interface NanoClock {
    long nanos();
}
