package io.firstcome.core.access;

import org.jspecify.annotations.Nullable;

/// A key as a ledger keeps it.
///
/// @param hash [ApiKeySecret#hash] of the secret
/// @param name what it is for, in words of whoever made it; may be empty
/// @param createdAtMicros by the clock of the machine where it was made
/// @param revokedAtMicros from when on it opens nothing, likewise; null while it does
public record ApiKey(
        String hash,
        ApiRole role,
        String name,
        long createdAtMicros,
        @Nullable Long revokedAtMicros) {
    /// The most characters of a name.
    public static final int NAME_MAX = 100;

    private static final int HASH_LENGTH = 64;
    private static final int ID_LENGTH = 12;

    public ApiKey {
        if (hash.length() != HASH_LENGTH) {
            throw new IllegalArgumentException("hash: " + hash + " (expected: 64 digits)");
        }
        if (name.length() > NAME_MAX || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "name: of %d characters (expected: up to %d, without control characters)"
                            .formatted(name.length(), NAME_MAX));
        }
    }

    /// What people call it by: the beginning of its hash.
    public String id() {
        return idOf(hash);
    }

    /// What people call the key with this hash by.
    public static String idOf(String hash) {
        return hash.substring(0, Math.min(ID_LENGTH, hash.length()));
    }

    /// This key, as it opens nothing any more.
    public ApiKey revoked(long micros) {
        return new ApiKey(hash, role, name, createdAtMicros, micros);
    }

    public boolean isRevoked() {
        return revokedAtMicros != null;
    }
}
