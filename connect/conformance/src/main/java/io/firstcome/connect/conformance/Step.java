package io.firstcome.connect.conformance;

import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One thing a server does to answer a call. A call is answered by one [Start], any number of
/// [Response]s and one [End].
public sealed interface Step {
    /// Sets the headers of the answer.
    ///
    /// @param isSentNow whether the caller gets to see them before the first response
    record Start(List<Header> headers, boolean isSentNow) implements Step {}

    /// Waits, then sends a response.
    record Response(long delayMillis, ConformancePayload payload) implements Step {}

    /// Waits, then ends the answer.
    ///
    /// @param error null for success
    record End(long delayMillis, List<Header> trailers, @Nullable Error error) implements Step {}
}
