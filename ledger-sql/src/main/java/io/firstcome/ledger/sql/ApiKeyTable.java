package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.access.ApiRole;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// The table of API keys.
final class ApiKeyTable {
    private static final String SELECT =
            "SELECT key_hash, role, name, created_at_micros, revoked_at_micros FROM api_keys"
                    + " ORDER BY created_at_micros, key_hash";
    private static final String INSERT =
            "INSERT INTO api_keys (key_hash, role, name, created_at_micros, revoked_at_micros)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final String REVOKE =
            "UPDATE api_keys SET revoked_at_micros = ?"
                    + " WHERE key_hash = ? AND revoked_at_micros IS NULL";

    private ApiKeyTable() {}

    static List<ApiKey> list(Session session) throws SQLException {
        return session.list(SELECT, ApiKeyTable::key);
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
        for (ApiKey key : list(session)) {
            if (key.id().equals(id)) {
                session.update(REVOKE, micros, key.hash());
                return true;
            }
        }
        return false;
    }
}
