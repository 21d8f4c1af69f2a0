package io.firstcome.server;

import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.ledger.sql.EmbeddedApiKeys;
import io.firstcome.ledger.sql.LedgerOpenException;
import io.firstcome.ledger.sql.SharedLedger;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;

import java.security.SecureRandom;
import java.util.function.Function;

/// The keys of the ledger that a configuration names, for whoever makes and revokes them. Servers
/// may run on it meanwhile; they know of a change within about a second.
public final class KeyRegister {
    private KeyRegister() {}

    /// Opens the keys for one use.
    ///
    /// @throws StartupException when the ledger can not be opened or can not do it
    public static <T> T use(ServerConfig config, Function<ApiKeys, T> use) throws StartupException {
        DatabaseAddress database = config.database();
        try {
            return database == null ? useEmbedded(config, use) : useShared(database, config, use);
        } catch (LedgerOpenException e) {
            throw new StartupException(e);
        } catch (LedgerException e) {
            throw new StartupException(e);
        }
    }

    private static <T> T useEmbedded(ServerConfig config, Function<ApiKeys, T> use) {
        try (EmbeddedApiKeys keys = EmbeddedApiKeys.openSqlite(config.dataDir())) {
            return use.apply(keys);
        }
    }

    private static <T> T useShared(
            DatabaseAddress database, ServerConfig config, Function<ApiKeys, T> use) {
        try (SharedLedger ledger =
                SharedLedger.open(Ledgers.options(database, config, new SecureRandom()))) {
            return use.apply(ledger.keys());
        }
    }
}
