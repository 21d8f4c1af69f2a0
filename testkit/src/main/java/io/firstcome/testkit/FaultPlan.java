package io.firstcome.testkit;

/// Which calls from a ledger to its store fail.
///
/// An adapter asks for every call that can fail in real life, before it makes the call. Adapters
/// that speak JDBC leave that to [FaultyJdbc].
@FunctionalInterface
public interface FaultPlan {
    /// The plan of a world where nothing fails.
    FaultPlan NONE = call -> Fault.NONE;

    /// What is to become of the next call. May be asked from any thread.
    ///
    /// @param call the name of what is called
    Fault next(String call);
}
