package io.firstcome.server;

import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.ledger.sql.LedgerOpenException;
import io.firstcome.server.config.ServerConfig;

import java.util.function.Function;

/// The keys of the ledger that a configuration names, for whoever makes and revokes them. Servers
/// may run on it meanwhile; they know of a change within about a second.
public final class KeyRegister {
    private KeyRegister() {}

    /// Opens the keys for one use, and nothing else of the ledger.
    ///
    /// @throws StartupException when the ledger can not be opened or can not do it
    public static <T> T use(ServerConfig config, Function<ApiKeys, T> use) throws StartupException {
        try {
            return Ledgers.useKeys(config, use);
        } catch (LedgerOpenException e) {
            throw new StartupException(e);
        } catch (LedgerException e) {
            throw new StartupException(e);
        }
    }
}
