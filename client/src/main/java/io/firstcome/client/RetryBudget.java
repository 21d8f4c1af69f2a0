package io.firstcome.client;

import java.util.concurrent.atomic.AtomicLong;

/// Keeps retries from making an overload worse: a bucket of tokens that failures empty and answers
/// fill, as gRPC throttles retries (gRFC A6, "Client Retries", section "Throttling Retry Attempts
/// and Hedged RPCs").
///
/// A failure takes a token, an answer gives a tenth of one back, and a retry needs the bucket to be
/// more than half full. So in the long run a server in trouble gets one retry for ten answers. Safe
/// for use by many threads.
final class RetryBudget {
    private static final long FAILURE = 1_000;
    private static final long ANSWER = 100;

    private final long fullMillitokens;
    private final AtomicLong millitokens;

    RetryBudget(int tokens) {
        this.fullMillitokens = tokens * FAILURE;
        this.millitokens = new AtomicLong(fullMillitokens);
    }

    /// An attempt was answered, be it with a refusal.
    void answered() {
        millitokens.updateAndGet(now -> Math.min(fullMillitokens, now + ANSWER));
    }

    /// An attempt failed.
    ///
    /// @return whether there may be another one
    boolean failed() {
        long left = millitokens.updateAndGet(now -> Math.max(0, now - FAILURE));
        return left > fullMillitokens / 2;
    }
}
