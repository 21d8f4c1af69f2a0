package io.firstcome.ledger.sql;

import java.sql.SQLException;

/// A setting of the whole server that a test changes while it runs.
record PostgresSetting(SharedFixture fixture, String name) {
    /// From then on it holds in all sessions.
    void set(String value) throws SQLException {
        fixture.tamper("ALTER SYSTEM SET %s = '%s'".formatted(name, value));
        fixture.tamper("SELECT pg_reload_conf()");
        String holds =
                "SELECT COUNT(*) FROM pg_settings WHERE name = '%s' AND setting = '%s'"
                        .formatted(name, value);
        while (fixture.query(holds) == 0) {
            Thread.onSpinWait();
        }
        // It takes the next connection when it has told all sessions.
        fixture.query(holds);
    }
}
