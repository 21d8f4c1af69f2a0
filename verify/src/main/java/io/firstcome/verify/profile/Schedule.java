package io.firstcome.verify.profile;

/// When each ask of a run is due. A pure function, which never falls.
public interface Schedule {
    /// A due time of one whom only the answer before holds up: as soon as a connection is free.
    long AT_ONCE = Long.MIN_VALUE;

    /// When the ask with this number, from 0 on, is due: a `System.nanoTime()`, or [#AT_ONCE].
    long dueNanos(int ask);
}
