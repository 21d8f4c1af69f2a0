package io.firstcome.connect;

/// How faults are said: lets an application add to errors that no handler gave what it adds to its
/// own.
@FunctionalInterface
public interface FaultErrors {
    /// Says them as they are.
    FaultErrors PLAIN = (_, error) -> error;

    /// The error that is answered in place of `error`.
    RpcError of(Fault fault, RpcError error);
}
