package io.firstcome.client;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A subscriber that asks for what a test asks it for.
final class TestSubscriber<T> implements Subscriber<T> {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<T> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Subscription> subscription = new CompletableFuture<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    void request(long n) {
        subscription.join().request(n);
    }

    void cancel() {
        subscription.join().cancel();
    }

    /// Waits for messages.
    List<T> take(int n) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            taken.add(requireNonNull(messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        }
        return taken;
    }

    /// How many messages came that were not taken.
    int waiting() {
        return messages.size();
    }

    /// How it ended.
    CompletableFuture<Boolean> end() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription.complete(given);
    }

    @Override
    public void onNext(T message) {
        messages.add(message);
    }

    @Override
    public void onError(Throwable thrown) {
        end.completeExceptionally(thrown);
    }

    @Override
    public void onComplete() {
        end.complete(true);
    }
}
