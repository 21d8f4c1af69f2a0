package io.firstcome.ledger.sql;

import org.flywaydb.core.Flyway;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Brings the tables to the version this program knows.
final class Schema {
    /// The newest version there is a migration to.
    static final int VERSION = 1;

    private static final String HISTORY = "flyway_schema_history";
    private static final String LOCATION = "classpath:io/firstcome/ledger/sql/migration";

    private Schema() {}

    /// Migrates where it is needed. Where it is not, the migration tool is not even started: it
    /// would take longer than everything else.
    static void ensure(Engine engine, Session session) throws SQLException {
        int version = version(session);
        if (version > VERSION) {
            throw new LedgerOpenException(
                    "ledger schema: version %d (expected: at most %d; a newer program wrote it)"
                            .formatted(version, VERSION));
        }
        if (version < VERSION) {
            migrate(engine);
        }
    }

    private static void migrate(Engine engine) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(engine.forMigrations())
                .locations(LOCATION)
                .table(HISTORY)
                .placeholders(engine.schemaWords())
                .load()
                .migrate();
    }

    private static int version(Session session) throws SQLException {
        if (!hasHistory(session)) {
            return 0;
        }
        Integer version =
                session.first(
                        "SELECT MAX(CAST(version AS INTEGER)) FROM "
                                + HISTORY
                                + " WHERE success = 1",
                        row -> row.getInt(1));
        return version == null ? 0 : version;
    }

    private static boolean hasHistory(Session session) throws SQLException {
        try (ResultSet tables =
                session.connection().getMetaData().getTables(null, null, HISTORY, null)) {
            return tables.next();
        }
    }
}
