package io.firstcome.server.access;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeySecret;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.access.ApiRole;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.stream.Collectors;

/// Which keys open what, as the ledger said when it was asked last.
public final class Keyring {
    /// As RFC 6750 has it; how it is written does not matter.
    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private volatile Map<String, ApiRole> roles;

    /// Asks for the first time.
    public Keyring(ApiKeys keys) {
        this.keys = keys;
        this.roles = ask(keys);
    }

    private static Map<String, ApiRole> ask(ApiKeys keys) {
        return keys.list().stream()
                .filter(key -> !key.isRevoked())
                .collect(Collectors.toUnmodifiableMap(ApiKey::hash, ApiKey::role));
    }

    /// Asks again. Where that fails, what was said last holds.
    void refresh() {
        roles = ask(keys);
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
}
