package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.ledger.LedgerException;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/// The keys that an embedded ledger keeps. They are made and revoked by another process than the
/// server, which may have the ledger open meanwhile, so each act has a connection of its own.
public final class EmbeddedApiKeys implements ApiKeys, AutoCloseable {
    private final Engine engine;

    EmbeddedApiKeys(Engine engine) {
        this.engine = engine;
    }

    /// Opens the keys of the ledger in `directory`, and makes a new ledger where there is none. A
    /// server may use it meanwhile.
    ///
    /// @throws LedgerOpenException when that is not possible; the message says why
    public static EmbeddedApiKeys openSqlite(Path directory) {
        try {
            return open(
                    SqliteEngine.open(directory),
                    (engine, session) -> Schema.ensure(engine.migration(), session));
        } catch (LedgerInUseException e) {
            return open(SqliteEngine.beside(directory), (_, session) -> Schema.require(session));
        }
    }

    /// What has to be so before there are keys.
    @FunctionalInterface
    private interface Preparation {
        void perform(Engine engine, Session session) throws SQLException;
    }

    private static EmbeddedApiKeys open(Engine engine, Preparation preparation) {
        try (Session session = new Session(engine.connectForWriting())) {
            preparation.perform(engine, session);
            return new EmbeddedApiKeys(engine);
        } catch (SQLException e) {
            engine.close();
            throw new LedgerOpenException("ledger: can not be opened: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
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

    /// Gives the ledger up, unless another process has it.
    @Override
    public void close() {
        engine.close();
    }
}
