package io.firstcome.ledger.sql;

/// A setting of the whole server that a test changes while it runs.
record PostgresSetting(SharedFixture fixture, String name) {
    /// From then on it holds in all sessions.
    void set(String value) throws Exception {
        fixture.tamper("ALTER SYSTEM SET %s = '%s'".formatted(name, value));
        fixture.tamper("SELECT pg_reload_conf()");
        String holds =
                "SELECT COUNT(*) FROM pg_settings WHERE name = '%s' AND setting = '%s'"
                        .formatted(name, value);
        Patience.await(name + " = '" + value + "'", () -> fixture.query(holds) == 1);
        // It takes the next connection when it has told all sessions.
        fixture.query(holds);
    }
}
