package io.firstcome.ledger.sql;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Brings the tables to the version this program knows.
final class Schema {
    /// The newest version there is a migration to.
    static final int VERSION = 1;

    private static final String HISTORY = "flyway_schema_history";
    private static final String LOCATION = "classpath:io/firstcome/ledger/sql/migration";

    private static final String VERSIONS = "SELECT version, success FROM " + HISTORY;

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
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(engine.forMigrations())
                    .locations(LOCATION)
                    .table(HISTORY)
                    .placeholders(engine.schemaWords())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerOpenException(
                    "ledger schema: can not be brought to version %d: %s"
                            .formatted(VERSION, e.getMessage()),
                    e);
        }
    }

    private static int version(Session session) throws SQLException {
        if (!hasHistory(session)) {
            return 0;
        }
        List<Integer> versions = session.list(VERSIONS, Schema::version);
        return versions.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// What did not succeed, or has no version, counts for nothing.
    private static int version(ResultSet row) throws SQLException {
        return row.getBoolean(2) ? row.getInt(1) : 0;
    }

    private static boolean hasHistory(Session session) throws SQLException {
        try (ResultSet tables =
                session.connection().getMetaData().getTables(null, null, HISTORY, null)) {
            return tables.next();
        }
    }
}
