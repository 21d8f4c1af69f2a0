package io.firstcome.server.access;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.access.ApiRole;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Which keys open what, as the ledger said when it was asked last.
public final class Keyring {
    /// As RFC 6750 has it; how it is written does not matter.
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private volatile Map<String, ApiRole> roles = Map.of();
    private volatile long askedNanos;

    /// Asks for the first time.
    public Keyring(ApiKeys keys) {
        this.keys = keys;
        refresh();
    }

    /// Asks again. Where that fails, what was said last holds.
    void refresh() {
        long beganNanos = System.nanoTime();
        Map<String, ApiRole> said =
                keys.list().stream()
                        .filter(key -> !key.isRevoked())
                        .collect(Collectors.toUnmodifiableMap(ApiKey::hash, ApiKey::role));
        if (!said.equals(roles)) {
            roles = said;
        }
        askedNanos = beganNanos;
    }

    /// How old what was said last is.
    long ageNanos() {
        return System.nanoTime() - askedNanos;
    }

    /// Whether no key opens anything.
    public boolean isEmpty() {
        return roles.isEmpty();
    }

    /// What whoever sends this header may do.
    ///
    /// @param authorization the value of `Authorization`; null when there is none
    /// @return null for nothing
    public @Nullable ApiRole roleOf(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        String secret = authorization.substring(SCHEME.length()).strip();
        return roles.get(new ApiKeySecret(secret).hash());
    }

    /// Tells whether who sent this header may still do what needs a role. Of use by one thread.
    BooleanSupplier standing(@Nullable String authorization, ApiRole needed) {
        return new Standing(authorization, needed);
    }

    /// Looks a key up only when keys have changed.
    private final class Standing implements BooleanSupplier {
        private final @Nullable String authorization;
        private final ApiRole needed;
        private @Nullable Map<String, ApiRole> seen;
        private boolean holds;

        Standing(@Nullable String authorization, ApiRole needed) {
            this.authorization = authorization;
            this.needed = needed;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean getAsBoolean() {
            Map<String, ApiRole> now = roles;
            if (now != seen) {
                seen = now;
                ApiRole role = roleOf(authorization);
                holds = role != null && role.includes(needed);
            }
            return holds;
        }
    }
}
