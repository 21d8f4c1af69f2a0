package io.firstcome.client;

import com.google.rpc.Code;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// When a call that failed is attempted again, and how long that waits.
///
/// Attempted again is what was not attempted, and what may have been done when the call may be
/// repeated: reads, and `IssueCoupon`, which gives the same person the same coupon. The wait is
/// exponential with full jitter (Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture
/// Blog, 2015), on top of what the server asks for in its `RetryInfo`.
///
/// A stream connects again for as long as its own budget allows, whatever the number of attempts,
/// unless that is 1.
///
/// @param maxAttempts the first included; 1 for no retries
/// @param firstDelay the most to wait before the second attempt; twice as much before each next
/// @param maxDelay what that grows to
/// @param attemptTimeout after which an attempt of a call that may be repeated is given up
/// @param budget how many tokens a full [RetryBudget] has
public record RetryPolicy(
        int maxAttempts,
        Duration firstDelay,
        Duration maxDelay,
        Duration attemptTimeout,
        int budget) {

    /// 4 attempts of at most 3 s, 50 ms doubling up to 2 s between them, 100 tokens.
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(
                    4, Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofSeconds(3), 100);

    /// One attempt, of at most 3 s when the call may be repeated.
    public static final RetryPolicy NONE = DEFAULT.withMaxAttempts(1);

    public RetryPolicy {
        requirePositive("maxAttempts", maxAttempts);
        requirePositive("firstDelay", firstDelay);
        requirePositive("attemptTimeout", attemptTimeout);
        requirePositive("budget", budget);
        if (maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException(
                    "maxDelay: %s (expected: at least firstDelay, %s)"
                            .formatted(maxDelay, firstDelay));
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: above 0)");
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: above 0)");
        }
    }

    public RetryPolicy withMaxAttempts(int attempts) {
        return new RetryPolicy(attempts, firstDelay, maxDelay, attemptTimeout, budget);
    }

    public RetryPolicy withDelays(Duration first, Duration max) {
        return new RetryPolicy(maxAttempts, first, max, attemptTimeout, budget);
    }

    public RetryPolicy withAttemptTimeout(Duration timeout) {
        return new RetryPolicy(maxAttempts, firstDelay, maxDelay, timeout, budget);
    }

    public RetryPolicy withBudget(int tokens) {
        return new RetryPolicy(maxAttempts, firstDelay, maxDelay, attemptTimeout, tokens);
    }

    /// Whether asking again is safe and may help.
    static boolean isWorthRepeating(Failure failure, boolean isRepeatable) {
        return switch (failure.kind()) {
            case REFUSED -> false;
            case NOT_ATTEMPTED -> true;
            case UNKNOWN -> isRepeatable && mayPass(failure.code());
        };
    }

    /// A defect of the server does not pass by waiting.
    private static boolean mayPass(Code code) {
        return code == Code.UNAVAILABLE || code == Code.DEADLINE_EXCEEDED;
    }

    /// How long to wait after a failure, in nanoseconds: at least what the server asks for.
    ///
    /// @param attempts made so far, 1 or more
    long delayNanos(int attempts, Failure failure, RandomGenerator random) {
        long asked = failure.retryAfter().map(Duration::toNanos).orElse(0L);
        return Math.max(0, asked) + random.nextLong(ceilingNanos(attempts) + 1);
    }

    private long ceilingNanos(int attempts) {
        int doublings = Math.min(attempts - 1, Long.numberOfLeadingZeros(firstDelay.toNanos()) - 2);
        return Math.min(maxDelay.toNanos(), firstDelay.toNanos() << doublings);
    }
}
