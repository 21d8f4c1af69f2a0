package io.firstcome.server;

import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.ledger.sql.EmbeddedApiKeys;
import io.firstcome.ledger.sql.LedgerImport;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SharedApiKeys;
import io.firstcome.ledger.sql.SharedLedger;
import io.firstcome.ledger.sql.SharedLedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// The ledger that a configuration names. Nothing else of the server knows which one it is.
public final class Ledgers {
    private static final Logger LOG = System.getLogger(Ledgers.class.getName());

    private Ledgers() {}

    /// Opens it to decide, or to be read.
    ///
    /// @throws io.firstcome.ledger.sql.LedgerOpenException when that is not possible
    public static Ledger open(ServerConfig config, RandomGenerator random) {
        DatabaseAddress database = config.database();
        if (database == null) {
            return SqlLedger.openSqlite(config.dataDir(), options(config, random));
        }
        SharedLedger ledger = SharedLedger.open(options(database, config, random));
        ledger.warnings().forEach(warning -> LOG.log(Level.WARNING, "ledger: " + warning));
        return ledger;
    }

    /// Opens it to bring the campaigns of another ledger into it.
    ///
    /// @throws io.firstcome.ledger.sql.LedgerOpenException when that is not possible
    public static LedgerImport openImport(
            ServerConfig config, RandomGenerator random, LedgerImport.Origin origin) {
        DatabaseAddress database = config.database();
        return database == null
                ? LedgerImport.openSqlite(config.dataDir(), options(config, random), origin)
                : LedgerImport.openShared(options(database, config, random), origin);
    }

    /// Opens its keys for one use, and nothing else of it.
    ///
    /// @throws io.firstcome.ledger.sql.LedgerOpenException when that is not possible
    static <T> T useKeys(ServerConfig config, Function<ApiKeys, T> use) {
        DatabaseAddress database = config.database();
        return database == null
                ? use.apply(EmbeddedApiKeys.openSqlite(config.dataDir()))
                : SharedApiKeys.use(options(database, config, new SecureRandom()), use);
    }

    /// A directory for what is thrown away: beside the ledger, where it is embedded, as there it
    /// may be written.
    static Path scratch(ServerConfig config) throws IOException {
        return config.database() == null
                ? config.dataDir().resolve("warm-up")
                : Files.createTempDirectory("firstcome-warm-up");
    }

    private static LedgerOptions options(ServerConfig config, RandomGenerator random) {
        return new LedgerOptions(InstantSource.system(), random, config.codeKey());
    }

    private static SharedLedgerOptions options(
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
