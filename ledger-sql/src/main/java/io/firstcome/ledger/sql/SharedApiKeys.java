package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeys;

import java.util.List;

/// The keys that a shared ledger keeps.
final class SharedApiKeys implements ApiKeys {
    private final Attempts attempts;

    SharedApiKeys(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public List<ApiKey> list() {
        return attempts.perform(attempt -> ApiKeyTable.list(attempt.session()));
    }

    @Override
    public void add(ApiKey key) {
        attempts.perform(attempt -> {
            // There after an attempt whose commit was not answered.
            if (!ApiKeyTable.list(attempt.session()).contains(key)) {
                ApiKeyTable.insert(attempt.session(), key);
                attempt.commit();
            }
            return key;
        });
    }

    @Override
    public boolean revoke(String id, long micros) {
        return attempts.perform(attempt -> {
            boolean exists = ApiKeyTable.revoke(attempt.session(), id, micros);
            attempt.commit();
            return exists;
        });
    }
}
