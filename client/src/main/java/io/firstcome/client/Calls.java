package io.firstcome.client;

import com.google.protobuf.Message;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// What calls are made with: the network, the clock, chance, and the rules of retrying.
///
/// @param streams those that are open
record Calls(
        Transport transport,
        Timer timer,
        RandomGenerator random,
        RetryPolicy policy,
        OpenStreams streams)
        implements AutoCloseable {

    Calls(Transport transport, Timer timer, RandomGenerator random, RetryPolicy policy) {
        this(transport, timer, random, policy, new OpenStreams());
    }

    /// Calls a procedure.
    ///
    /// @param timeout of all attempts together
    <Q extends Message, S extends Message, A> CompletableFuture<A> call(
            Endpoint endpoint,
            Procedure<Q, S> procedure,
            Q request,
            Reading<S, A> reading,
            Duration timeout) {
        return new RetryingCall<>(this, endpoint, procedure, reading, request.toByteString())
                .start(timeout.toNanos());
    }

    /// Ends the streams, which might go on for ever, and lets the other calls end.
    @Override
    public void close() {
        streams.close();
        transport.close();
    }
}
