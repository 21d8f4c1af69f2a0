package io.firstcome.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

import io.firstcome.client.Transport.HttpReply;
import io.firstcome.client.Transport.HttpStream;
import io.firstcome.client.Transport.Post;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One call with many responses: read by one thread at a time, which waits for each; closed by any.
///
/// A connection that is lost is made again, by a request that goes on after the last response. That
/// a long call loses a connection now and then does not make it fail: it has a budget of its own,
/// which is full again after an attempt that was heard for longer than an attempt of another call
/// may take.
///
/// @param <Q> the request
/// @param <S> a response
final class StreamingCall<Q extends Message, S extends Message> implements AutoCloseable {
    private static final int ERROR_BYTES_MAX = 1 << 16;

    private final Calls calls;
    private final Procedure<Q, S> procedure;
    private final URI uri;
    private final BiFunction<Q, S, Q> resumption;

    private Q request;
    private RetryBudget budget;
    private int attempts;
    private long heardNanos;
    private @Nullable InputStream body;
    private boolean hasEnded;

    /// What somebody waits for; with `isClosed` the only fields that several threads touch.
    private Closeable awaited = () -> {};

    private boolean isClosed;

    /// @param resumption of a request, after a response to it
    StreamingCall(
            Calls calls,
            Endpoint endpoint,
            Procedure<Q, S> procedure,
            Q request,
            BiFunction<Q, S, Q> resumption) {
        this.calls = calls;
        this.procedure = procedure;
        this.uri = endpoint.of(procedure);
        this.request = request;
        this.resumption = resumption;
        this.budget = new RetryBudget(calls.policy().budget());
    }

    /// The responses, each when it is asked for.
    Stream<S> stream() {
        Spliterator<S> responses =
                new AbstractSpliterator<>(
                        Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super S> action) {
                        S response = next();
                        if (response != null) {
                            action.accept(response);
                        }
                        return response != null;
                    }
                };
        return StreamSupport.stream(responses, false).onClose(this::close);
    }

    /// Waits for the next response.
    ///
    /// @return null when the call has ended well
    @Nullable S next() {
        while (!hasEnded) {
            try {
                return receive();
            } catch (FirstcomeException e) {
                recover(e);
            }
        }
        return null;
    }

    private @Nullable S receive() {
        try {
            InputStream open = body == null ? connect() : body;
            Envelope envelope = Envelope.read(open);
            return envelope.isLast() ? end(envelope.data()) : response(envelope.data());
        } catch (ProtocolException e) {
            throw new FirstcomeException(ErrorReply.unreadable(ByteString.EMPTY), e);
        } catch (IOException e) {
            throw new FirstcomeException(NetworkFailure.of(e, uri), e);
        }
    }

    private InputStream connect() throws IOException {
        if (!calls.streams().add(this)) {
            close();
        }
        if (isClosed()) {
            throw new FirstcomeException(NetworkFailure.closed(), null);
        }
        attempts++;
        long timeoutNanos = calls.policy().attemptTimeout().toNanos();
        HttpStream reply =
                await(calls.transport().open(new Post(uri, request.toByteString(), timeoutNanos)));
        hold(reply.body());
        if (!reply.isOk()) {
            byte[] error = reply.body().readNBytes(ERROR_BYTES_MAX);
            throw new FirstcomeException(
                    ErrorReply.read(new HttpReply(reply.status(), ByteString.copyFrom(error))),
                    null);
        }
        heardNanos = calls.timer().nanoTime();
        body = reply.body();
        return reply.body();
    }

    private S response(ByteString data) {
        try {
            S response = procedure.parser().parseFrom(data);
            request = resumption.apply(request, response);
            budget.answered();
            return response;
        } catch (InvalidProtocolBufferException e) {
            throw new FirstcomeException(ErrorReply.unreadable(data), e);
        }
    }

    private @Nullable S end(ByteString data) {
        Failure failure = ErrorReply.readEnd(data);
        if (failure != null) {
            throw new FirstcomeException(failure, null);
        }
        hasEnded = true;
        close();
        return null;
    }

    /// Waits until it may be attempted again.
    ///
    /// @throws FirstcomeException when that is not allowed
    private void recover(FirstcomeException failed) {
        if (isClosed()) {
            throw new FirstcomeException(NetworkFailure.closed(), failed);
        }
        if (!mayRepeat(failed.failure())) {
            close();
            throw failed;
        }
        disconnect();
        long delayNanos =
                calls.policy().delayNanos(Math.max(1, attempts), failed.failure(), calls.random());
        await(calls.timer().after(delayNanos));
    }

    private boolean mayRepeat(Failure failure) {
        if (body != null && isLong(calls.timer().nanoTime() - heardNanos)) {
            attempts = 0;
            budget = new RetryBudget(calls.policy().budget());
        }
        return calls.policy().maxAttempts() > 1
                && RetryPolicy.isWorthRepeating(failure, true)
                && budget.failed();
    }

    private boolean isLong(long nanos) {
        return nanos > calls.policy().attemptTimeout().toNanos();
    }

    private <T> T await(CompletableFuture<T> future) {
        hold(() -> future.cancel(true));
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new FirstcomeException(NetworkFailure.of(cause, uri), cause);
        } catch (CancellationException e) {
            throw new FirstcomeException(NetworkFailure.closed(), e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new FirstcomeException(NetworkFailure.interrupted(), e);
        }
    }

    private synchronized void hold(Closeable next) {
        awaited = next;
        if (isClosed) {
            letGo();
        }
    }

    private void disconnect() {
        body = null;
        letGo();
    }

    private synchronized void letGo() {
        try {
            awaited.close();
        } catch (IOException _) {
            // It is given up anyway.
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /// Ends the call, and with a failure the wait for a response, if there is one.
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            letGo();
        }
        calls.streams().remove(this);
    }
}
