package io.firstcome.ledger.sql;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// The table of what a ledger keeps about itself: secrets, by name.
final class SettingTable {
    private static final String FIND = "SELECT value FROM ledger_settings WHERE name = ?";
    private static final String INSERT = "INSERT INTO ledger_settings (name, value) VALUES (?, ?)";
    private static final String DELETE = "DELETE FROM ledger_settings WHERE name = ?";

    private SettingTable() {}

    static byte @Nullable [] find(Session session, String name) throws SQLException {
        String hex = session.first(FIND, row -> row.getString(1), name);
        return hex == null ? null : HexFormat.of().parseHex(hex);
    }

    static void keep(Session session, String name, byte[] value) throws SQLException {
        session.update(INSERT, name, HexFormat.of().formatHex(value));
    }

    /// Whether anything was kept by this name, or not: now nothing is.
    static void remove(Session session, String name) throws SQLException {
        session.update(DELETE, name);
    }

    /// What is kept by this name. Where nothing is: so many random bytes, kept from now on.
    static byte[] findOrMake(Session session, String name, int bytes, RandomGenerator random)
            throws SQLException {
        byte[] kept = find(session, name);
        if (kept != null) {
            return kept;
        }
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        keep(session, name, made);
        return made;
    }
}
