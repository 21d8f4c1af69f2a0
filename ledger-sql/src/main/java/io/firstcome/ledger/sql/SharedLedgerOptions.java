package io.firstcome.ledger.sql;

import io.firstcome.core.code.CodeKey;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/// What a ledger on a database of its own is opened with.
///
/// @param url begins with `jdbc:postgresql:`, `jdbc:mysql:` or `jdbc:mariadb:`
/// @param connectionsMax how many connections this node may have
/// @param boardAgeMax how old what a node knows of others' changes may be when it refuses by it; so
///   long a change that others must know of takes
/// @param random the source of secrets, so a strong one
/// @param codeKey the key of the coupon codes; null: the one the ledger keeps, made when it is new
public record SharedLedgerOptions(
        String url,
        @Nullable String user,
        @Nullable String password,
        int connectionsMax,
        Duration boardAgeMax,
        RandomGenerator random,
        @Nullable CodeKey codeKey) {
    /// One to issue, one to follow, and some to read.
    public static final int DEFAULT_CONNECTIONS_MAX = 8;

    public static final Duration DEFAULT_BOARD_AGE_MAX = Duration.ofMillis(200);

    static final int CONNECTIONS_MIN = 3;

    /// The same with no more connections than what is short needs.
    SharedLedgerOptions withFewConnections() {
        return new SharedLedgerOptions(
                url, user, password, CONNECTIONS_MIN, boardAgeMax, random, codeKey);
    }

    public SharedLedgerOptions {
        Objects.requireNonNull(random, "random");
        if (connectionsMax < CONNECTIONS_MIN) {
            throw new IllegalArgumentException(
                    "connectionsMax: %d (expected: >= %d)"
                            .formatted(connectionsMax, CONNECTIONS_MIN));
        }
    }
}
