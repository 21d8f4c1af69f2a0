package io.firstcome.client;

import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/// Gives a subscriber the messages of a streaming call, as many as it asks for, on a virtual
/// thread.
///
/// One message is read ahead, so that the end is told without being asked for. The rest waits in
/// the connection, and the server with it.
final class StreamSubscription<S extends Message> implements Subscription {
    private final StreamingCall<?, S> call;
    private final Subscriber<? super S> subscriber;
    private long requested;
    private boolean isCancelled;
    private @Nullable Throwable problem;

    private StreamSubscription(StreamingCall<?, S> call, Subscriber<? super S> subscriber) {
        this.call = call;
        this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
    }

    static <S extends Message> void start(
            StreamingCall<?, S> call, Subscriber<? super S> subscriber) {
        Thread.ofVirtual()
                .name("firstcome-stream")
                .start(new StreamSubscription<>(call, subscriber)::run);
    }

    private void run() {
        try (call) {
            subscriber.onSubscribe(this);
            S message = next();
            while (message != null && mayGive()) {
                subscriber.onNext(message);
                message = next();
            }
            end();
        }
    }

    /// Null when there are no more, whatever the reason.
    private @Nullable S next() {
        try {
            return call.next();
        } catch (FirstcomeException e) {
            fail(e);
            return null;
        }
    }

    private synchronized boolean mayGive() {
        try {
            while (requested == 0 && !isOver()) {
                wait();
            }
        } catch (InterruptedException e) {
            fail(new FirstcomeException(NetworkFailure.interrupted(), e));
        }
        requested--;
        return !isOver();
    }

    private boolean isOver() {
        return isCancelled || problem != null;
    }

    /// The first problem is the cause of others.
    private synchronized void fail(Throwable thrown) {
        problem = problem == null ? thrown : problem;
        notifyAll();
    }

    private void end() {
        Throwable thrown;
        synchronized (this) {
            if (isCancelled) {
                return;
            }
            thrown = problem;
        }
        if (thrown == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(thrown);
        }
    }

    @Override
    public synchronized void request(long n) {
        if (n <= 0) {
            fail(new IllegalArgumentException("n: " + n + " (expected: above 0)"));
            call.close();
            return;
        }
        requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
        notifyAll();
    }

    @Override
    public synchronized void cancel() {
        isCancelled = true;
        notifyAll();
        call.close();
    }
}
