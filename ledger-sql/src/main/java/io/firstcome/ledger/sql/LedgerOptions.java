package io.firstcome.ledger.sql;

import io.firstcome.core.code.CodeKey;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// What a ledger is opened with, apart from where it is.
///
/// @param wallClock the time of day, which may step back
/// @param random the source of secrets, so a strong one
/// @param codeKey the key of the coupon codes; null: the one the ledger keeps, made when it is new
/// @param usersInMemoryMax how many coupons may have their users in memory, at up to 24 bytes each;
///   from half of it on, users are brought to the disk and looked up there
public record LedgerOptions(
        InstantSource wallClock,
        RandomGenerator random,
        @Nullable CodeKey codeKey,
        int usersInMemoryMax) {
    /// Fit for a heap of 1 GB.
    public static final int DEFAULT_USERS_IN_MEMORY_MAX = 24_000_000;

    public LedgerOptions {
        Objects.requireNonNull(wallClock, "wallClock");
        Objects.requireNonNull(random, "random");
        if (usersInMemoryMax < 1) {
            throw new IllegalArgumentException(
                    "usersInMemoryMax: " + usersInMemoryMax + " (expected: >= 1)");
        }
    }

    /// Options with the default of users in memory.
    public LedgerOptions(
            InstantSource wallClock, RandomGenerator random, @Nullable CodeKey codeKey) {
        this(wallClock, random, codeKey, DEFAULT_USERS_IN_MEMORY_MAX);
    }
}
