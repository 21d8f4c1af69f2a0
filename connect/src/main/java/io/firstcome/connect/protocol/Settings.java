package io.firstcome.connect.protocol;

import io.firstcome.connect.Fault;
import io.firstcome.connect.FaultErrors;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Limits;
import io.firstcome.connect.RpcError;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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
    private static final Logger LOG = System.getLogger(Settings.class.getName());

    public Settings {
        interceptors = List.copyOf(interceptors);
    }

    /// An error that no handler gave, as the application says it.
    public RpcError said(Fault fault, RpcError error) {
        try {
            return faultErrors.of(fault, error);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, fault + " is said plainly", e);
            return error;
        }
    }
}
