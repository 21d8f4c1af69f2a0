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
public record LedgerOptions(
        InstantSource wallClock, RandomGenerator random, @Nullable CodeKey codeKey) {
    public LedgerOptions {
        Objects.requireNonNull(wallClock, "wallClock");
        Objects.requireNonNull(random, "random");
    }
}
