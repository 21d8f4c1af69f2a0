package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeys;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// The keys that a shared ledger keeps.
public final class SharedApiKeys implements ApiKeys {
    private final Attempts attempts;

    SharedApiKeys(Attempts attempts) {
        this.attempts = attempts;
    }

    /// Uses the keys without the rest of their ledger: no key of codes is made, and an import into
    /// it may be under way. Tables are made where there are none.
    ///
    /// @throws LedgerOpenException when that is not possible; the message says why
    public static <T> T use(SharedLedgerOptions options, Function<ApiKeys, T> use) {
        try (Connections connections =
                new Connections(
                        Databases.of(options.url()),
                        options.withFewConnections(),
                        new SharedClock(new DatabaseTime()),
                        UnaryOperator.identity())) {
            List<String> _ = connections.prepare(_ -> {});
            return use.apply(new SharedApiKeys(new Attempts(connections)));
        } catch (SQLException e) {
            throw LedgerOpenException.of(e);
        }
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
