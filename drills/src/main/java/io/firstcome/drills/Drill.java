package io.firstcome.drills;

import io.firstcome.check.Verdict;

import java.io.PrintStream;
import java.util.random.RandomGenerator;

/// A fault that is done to real processes in the middle of a drop, round after round.
interface Drill extends AutoCloseable {
    /// One drop with its fault.
    ///
    /// @param random chooses the instants of the faults
    /// @return the verdict on everything that was answered and stored
    Verdict round(RandomGenerator random, PrintStream out) throws InterruptedException;

    @Override
    void close();
}
