package io.firstcome.verify;

import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.RequestTemplate;

/// The people of a run.
///
/// @param users how many different people ask
/// @param asks how often each of them asks
/// @param connections how many connections they share, each with one request in flight
/// @param seed names the people and shuffles their order; the same seed gives the same people
/// @param conduct how they ask
public record Crowd(int users, int asks, int connections, long seed, Conduct conduct) {
    private static final int ASKS_TOTAL_MAX = 20_000_000;

    public Crowd {
        requireWithin("users", users, 10_000_000);
        requireWithin("asks", asks, 1_000);
        requireWithin("connections", connections, LoadOptions.CONNECTIONS_MAX);
        if ((long) users * asks > ASKS_TOTAL_MAX) {
            throw new IllegalArgumentException(
                    "users * asks: " + (long) users * asks + " (expected: <= 20000000)");
        }
    }

    /// People who behave as people do when nothing is said.
    public Crowd(int users, int asks, int connections, long seed) {
        this(users, asks, connections, seed, Conduct.DEFAULT);
    }

    /// What all names of this crowd begin with.
    String namePrefix() {
        return "verify-" + Long.toUnsignedString(seed, 36) + "-";
    }

    /// The name of one of them.
    String name(int user) {
        return namePrefix() + RequestTemplate.digits(user);
    }

    private static void requireWithin(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: 1.." + max + ")");
        }
    }
}
