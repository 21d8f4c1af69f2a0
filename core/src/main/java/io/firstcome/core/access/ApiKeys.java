package io.firstcome.core.access;

import java.util.List;

/// The keys that a ledger keeps. Every method may be called from any thread and may block; each
/// throws [io.firstcome.core.ledger.LedgerException] when the ledger can not do it.
public interface ApiKeys {
    /// All that were ever made, the oldest first.
    List<ApiKey> list();

    /// Keeps a new key. When this returns, that is durable.
    void add(ApiKey key);

    /// Has a key open nothing any more. When this returns, that is durable.
    ///
    /// @param id [ApiKey#id]
    /// @param micros the time to keep; one that is kept already stays
    /// @return whether there is such a key
    boolean revoke(String id, long micros);
}
