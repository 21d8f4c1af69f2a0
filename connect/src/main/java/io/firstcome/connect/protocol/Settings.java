package io.firstcome.connect.protocol;

import io.firstcome.connect.FaultErrors;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Limits;

import java.util.List;
import java.util.function.LongSupplier;

/// What all calls of a server have in common.
///
/// @param nanoTime the clock of deadlines
/// @param requiresProtocolVersion whether a Connect call has to say its `Connect-Protocol-Version`
public record Settings(
        Limits limits,
        LongSupplier nanoTime,
        FaultErrors faultErrors,
        List<Interceptor> interceptors,
        boolean requiresProtocolVersion) {
    public Settings {
        interceptors = List.copyOf(interceptors);
    }
}
