package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiRole;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The table of API keys. A row that this program does not understand, as a newer one may write it,
/// is a key that opens nothing.
final class ApiKeyTable {
    private static final Logger LOG = System.getLogger(ApiKeyTable.class.getName());

    /// The rows that were told of, so that none is twice: the keys are read every second.
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private static final String SELECT =
            "SELECT key_hash, role, name, created_at_micros, revoked_at_micros FROM api_keys"
                    + " ORDER BY created_at_micros, key_hash";
    private static final String HASHES = "SELECT key_hash FROM api_keys";
    private static final String INSERT =
            "INSERT INTO api_keys (key_hash, role, name, created_at_micros, revoked_at_micros)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String REVOKE =
            "UPDATE api_keys SET revoked_at_micros = ?"
                    + " WHERE key_hash = ? AND revoked_at_micros IS NULL";

    private ApiKeyTable() {}

    static List<ApiKey> list(Session session) throws SQLException {
        return session.list(SELECT, ApiKeyTable::understood).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ApiKey> understood(ResultSet row) throws SQLException {
        try {
            return Optional.of(key(row));
        } catch (IllegalArgumentException e) {
            tell(row.getString(1), row.getString(2), e);
            return Optional.empty();
        }
    }

    private static void tell(String hash, String role, IllegalArgumentException why) {
        if (TOLD.add(hash + role)) {
            LOG.log(
                    Level.WARNING,
                    "keys: %s of the role %s (expected: one that this program knows; it opens nothing): %s"
                            .formatted(ApiKey.idOf(hash), role, why.getMessage()));
        }
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        long revokedAtMicros = row.getLong(5);
        boolean isRevoked = !row.wasNull();
        return new ApiKey(
                row.getString(1),
                ApiRole.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                row.getString(3),
                row.getLong(4),
                isRevoked ? (Long) revokedAtMicros : null);
    }

    static void insert(Session session, ApiKey key) throws SQLException {
        session.update(
                INSERT,
                key.hash(),
                key.role().shown(),
                key.name(),
                key.createdAtMicros(),
                key.revokedAtMicros());
    }

    /// Whether there is such a key.
    static boolean revoke(Session session, String id, long micros) throws SQLException {
        for (String hash : session.list(HASHES, row -> row.getString(1))) {
            if (ApiKey.idOf(hash).equals(id)) {
                session.update(REVOKE, micros, hash);
                return true;
            }
        }
        return false;
    }
}
