package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.ledger.LedgerException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/// The keys that an embedded ledger keeps. They are made and revoked by another process than the
/// server, which may have the ledger open meanwhile, so each act has a connection of its own.
public final class EmbeddedApiKeys implements ApiKeys {
    /// How long another process may take for its tables.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Engine engine;

    EmbeddedApiKeys(Engine engine) {
        this.engine = engine;
    }

    /// The keys of the ledger in `directory`, which is made where there is none. Only for that the
    /// directory is taken: a server may use it, and may start at any time.
    ///
    /// @throws LedgerOpenException when that is not possible; the message says why
    public static EmbeddedApiKeys openSqlite(Path directory) {
        long endNanos = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (Schema.isOld(version(directory))) {
                if (!makesTables(directory)) {
                    await(directory, endNanos);
                }
            }
        } catch (SQLException e) {
            throw LedgerOpenException.of(e);
        }
        return new EmbeddedApiKeys(SqliteEngine.beside(directory));
    }

    private static int version(Path directory) throws SQLException {
        if (!Files.exists(directory.resolve(SqliteEngine.FILE))) {
            return 0;
        }
        try (Session session = new Session(SqliteEngine.beside(directory).connectForReading())) {
            return Schema.version(session);
        }
    }

    /// @return false when another process has the ledger, so that it is for that one to do
    private static boolean makesTables(Path directory) throws SQLException {
        try (SqliteEngine engine = SqliteEngine.open(directory);
                Session session = new Session(engine.connectForWriting())) {
            Schema.ensure(engine.migration(), session);
            return true;
        } catch (LedgerInUseException e) {
            return false;
        }
    }

    private static void await(Path directory, long endNanos) throws SQLException {
        if (System.nanoTime() - endNanos > 0) {
            throw Schema.unready(version(directory));
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Schema.unready(version(directory));
        }
    }

    @Override
    public List<ApiKey> list() {
        return perform("read", ApiKeyTable::list);
    }

    @Override
    public void add(ApiKey key) {
        perform(
                "write",
                session -> {
                    ApiKeyTable.insert(session, key);
                    return key;
                });
    }

    @Override
    public boolean revoke(String id, long micros) {
        return perform("write", session -> ApiKeyTable.revoke(session, id, micros));
    }

    /// Each statement is a transaction.
    private <T> T perform(String what, Readers.Read<T> act) {
        try (Session session = new Session(engine.connectForWriting())) {
            return act.from(session);
        } catch (SQLException e) {
            throw LedgerException.notAttempted("ledger: failed to " + what + " keys", e);
        }
    }
}
