package io.firstcome.client;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

import io.firstcome.client.Failure.Kind;
import io.firstcome.client.Transport.HttpReply;
import io.firstcome.client.Transport.Post;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/// One call: its attempts, one after the other, until one is answered or no more are allowed.
///
/// At each moment it waits for one thing, an answer or the time of the next attempt. What completes
/// that goes on with the call, so its fields are never touched by two threads at once.
///
/// @param <S> the response
/// @param <A> what the caller is told
final class RetryingCall<S extends Message, A> {
    private final Calls calls;
    private final Endpoint endpoint;
    private final Procedure<?, S> procedure;
    private final Reading<S, A> reading;
    private final URI uri;
    private final ByteString request;
    private final CompletableFuture<A> result = new CompletableFuture<>();

    private long deadlineNanos;
    private int attempts;
    private @Nullable Failure unknown;
    private volatile CompletableFuture<?> awaited = result;

    RetryingCall(
            Calls calls,
            Endpoint endpoint,
            Procedure<?, S> procedure,
            Reading<S, A> reading,
            ByteString request) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.procedure = procedure;
        this.reading = reading;
        this.uri = endpoint.of(procedure);
        this.request = request;
    }

    /// Makes the first attempt. Cancelling what it returns gives the call up.
    CompletableFuture<A> start(long timeoutNanos) {
        deadlineNanos = calls.timer().nanoTime() + timeoutNanos;
        CompletableFuture<?> _ =
                result.whenComplete((_, _) -> {
                    if (result.isCancelled()) {
                        awaited.cancel(true);
                    }
                });
        attempt();
        return result;
    }

    private void attempt() {
        attempts++;
        Post post = new Post(uri, request, Math.max(1, attemptNanos()));
        await(calls.transport().post(post), this::settle);
    }

    private void goOn() {
        if (!result.isCancelled()) {
            attempt();
        }
    }

    /// A call that will not be repeated after a timeout has all the time there is.
    private long attemptNanos() {
        return procedure.isRepeatable()
                ? Math.min(remainingNanos(), calls.policy().attemptTimeout().toNanos())
                : remainingNanos();
    }

    private long remainingNanos() {
        return deadlineNanos - calls.timer().nanoTime();
    }

    /// Goes on with `next` when it has come. A defect in doing so ends the call too.
    private <T> void await(
            CompletableFuture<T> next, BiConsumer<@Nullable T, @Nullable Throwable> then) {
        awaited = next;
        if (result.isCancelled()) {
            next.cancel(true);
        }
        CompletableFuture<?> _ =
                next.handle(
                                (value, thrown) -> {
                                    then.accept(value, thrown);
                                    return true;
                                })
                        .exceptionally(result::completeExceptionally);
    }

    private void settle(@Nullable HttpReply reply, @Nullable Throwable thrown) {
        if (reply != null && reply.isOk()) {
            succeed(reply);
        } else if (reply != null) {
            fail(ErrorReply.read(reply), null);
        } else if (thrown != null && !result.isCancelled()) {
            fail(NetworkFailure.of(thrown, uri), thrown);
        }
    }

    private void succeed(HttpReply reply) {
        try {
            S response = procedure.parser().parseFrom(reply.body());
            endpoint.budget().answered();
            result.complete(reading.success(response));
        } catch (InvalidProtocolBufferException e) {
            fail(ErrorReply.unreadable(reply.body()), e);
        }
    }

    private void fail(Failure failure, @Nullable Throwable thrown) {
        if (failure.kind() == Kind.UNKNOWN) {
            unknown = failure;
        }
        if (!repeat(failure)) {
            tell(told(failure), thrown);
        }
    }

    private void tell(Failure failure, @Nullable Throwable thrown) {
        A answer = reading.failure(failure);
        if (answer == null) {
            result.completeExceptionally(new FirstcomeException(failure, thrown));
        } else {
            result.complete(answer);
        }
    }

    /// That the last attempt did nothing says nothing of one before.
    private Failure told(Failure last) {
        return last.kind() == Kind.NOT_ATTEMPTED && unknown != null ? unknown : last;
    }

    /// Attempts again, later, if that is allowed and there is time for it.
    private boolean repeat(Failure failure) {
        if (!isWithinBudget(failure)
                || !RetryPolicy.isWorthRepeating(failure, procedure.isRepeatable())
                || attempts >= calls.policy().maxAttempts()) {
            return false;
        }
        long delayNanos = calls.policy().delayNanos(attempts, failure, calls.random());
        if (delayNanos >= remainingNanos()) {
            return false;
        }
        await(calls.timer().after(delayNanos), (_, _) -> goOn());
        return true;
    }

    private boolean isWithinBudget(Failure failure) {
        if (failure.kind() == Kind.REFUSED) {
            endpoint.budget().answered();
            return true;
        }
        return endpoint.budget().failed();
    }
}
