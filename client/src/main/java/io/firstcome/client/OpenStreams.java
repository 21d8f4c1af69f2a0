package io.firstcome.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The streams of a client that are open; none opens after its end.
final class OpenStreams implements AutoCloseable {
    private final Set<StreamingCall<?, ?>> calls = new HashSet<>();
    private boolean isClosed;

    /// Adds a call, unless it is too late.
    ///
    /// @return whether it is open now
    synchronized boolean add(StreamingCall<?, ?> call) {
        if (!isClosed) {
            calls.add(call);
        }
        return !isClosed;
    }

    synchronized void remove(StreamingCall<?, ?> call) {
        calls.remove(call);
    }

    /// Ends them all.
    @Override
    public void close() {
        all().forEach(StreamingCall::close);
    }

    private synchronized List<StreamingCall<?, ?>> all() {
        isClosed = true;
        return new ArrayList<>(calls);
    }
}
