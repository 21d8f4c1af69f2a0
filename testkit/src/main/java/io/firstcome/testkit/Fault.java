package io.firstcome.testkit;

/// What is to become of one call from a ledger to its store.
public enum Fault {
    /// It does what it does.
    NONE,
    /// It fails and has done nothing.
    BEFORE,
    /// It does what it does, and then fails: only its answer is lost.
    AFTER
}
