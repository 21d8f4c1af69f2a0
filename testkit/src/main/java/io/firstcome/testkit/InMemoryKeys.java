package io.firstcome.testkit;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeys;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The keys of an [InMemoryLedger].
final class InMemoryKeys implements ApiKeys {
    private final List<ApiKey> keys = new ArrayList<>();

    @Override
    public synchronized List<ApiKey> list() {
        return List.copyOf(keys);
    }

    @Override
    public synchronized void add(ApiKey key) {
        keys.add(key);
        keys.sort(Comparator.comparing(ApiKey::createdAtMicros).thenComparing(ApiKey::hash));
    }

    @Override
    public synchronized boolean revoke(String id, long micros) {
        keys.replaceAll(key -> key.id().equals(id) && !key.isRevoked() ? key.revoked(micros) : key);
        return keys.stream().anyMatch(key -> key.id().equals(id));
    }
}
