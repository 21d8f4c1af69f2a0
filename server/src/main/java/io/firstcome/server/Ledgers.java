package io.firstcome.server;

import io.firstcome.core.ledger.Ledger;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SharedLedger;
import io.firstcome.ledger.sql.SharedLedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Opens the ledger that a configuration names. Nothing else knows which one it is.
final class Ledgers {
    private static final Logger LOG = System.getLogger(Ledgers.class.getName());

    private Ledgers() {}

    /// @throws io.firstcome.ledger.sql.LedgerOpenException when that is not possible
    static Ledger open(ServerConfig config, RandomGenerator random) {
        DatabaseAddress database = config.database();
        if (database == null) {
            return SqlLedger.openSqlite(
                    config.dataDir(),
                    new LedgerOptions(InstantSource.system(), random, config.codeKey()));
        }
        SharedLedger ledger = SharedLedger.open(options(database, config, random));
        ledger.warnings().forEach(warning -> LOG.log(Level.WARNING, "ledger: " + warning));
        return ledger;
    }

    static SharedLedgerOptions options(
            DatabaseAddress database, ServerConfig config, RandomGenerator random) {
        return new SharedLedgerOptions(
                database.url(),
                database.user(),
                database.password(),
                database.connectionsMax(),
                SharedLedgerOptions.DEFAULT_BOARD_AGE_MAX,
                random,
                config.codeKey());
    }
}
