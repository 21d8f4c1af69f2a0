package io.firstcome.ledger.sql;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/// Brings the tables to the version this program knows.
final class Schema {
    /// The newest version there is a migration to.
    static final int VERSION = 3;

    /// Of this name, because in a shared database others may keep theirs.
    private static final String HISTORY = "firstcome_schema_history";

    private static final String LOCATION = "classpath:io/firstcome/ledger/sql/migration/";

    private static final String VERSIONS = "SELECT version, success FROM " + HISTORY;

    private Schema() {}

    /// How an engine is migrated.
    ///
    /// @param dataSource where to connect to
    /// @param folder of the migrations that not every engine has
    /// @param words what the placeholders of the migrations stand for
    record Migration(DataSource dataSource, String folder, Map<String, String> words, Lock lock) {}

    /// Held by one session at a time while the tables are made.
    interface Lock {
        Lock NONE = of(List.of(), List.of());

        /// Waits for it.
        ///
        /// @throws LedgerOpenException when it is not granted
        void lock(Session session) throws SQLException;

        void unlock(Session session) throws SQLException;

        /// One that statements get, or fail.
        static Lock of(List<String> locking, List<String> unlocking) {
            return new Lock() {
                @Override
                public void lock(Session session) throws SQLException {
                    run(locking, session);
                }

                @Override
                public void unlock(Session session) throws SQLException {
                    run(unlocking, session);
                }
            };
        }
    }

    /// Migrates where it is needed. Where it is not, the migration tool is not even started: it
    /// would take longer than everything else.
    static void ensure(Migration migration, Session session) throws SQLException {
        if (isOld(version(session))) {
            migration.lock().lock(session);
            if (isOld(version(session))) {
                migrate(migration);
            }
            migration.lock().unlock(session);
        }
    }

    /// Why somebody who can not migrate does not go on: another process has the ledger.
    static LedgerOpenException unready(int version) {
        return new LedgerOpenException(
                version == 0
                        ? "ledger: another process has it, and has not made its tables yet"
                                + " (expected: a server that is ready; try again)"
                        : "ledger schema: version %d (expected: %d; the server that uses it is of"
                                        .formatted(version, VERSION)
                                + " another version)");
    }

    private static void run(List<String> statements, Session session) throws SQLException {
        for (String statement : statements) {
            session.run(statement);
        }
    }

    /// Whether tables have to be made or changed.
    ///
    /// @throws LedgerOpenException when they are newer than this program
    static boolean isOld(int version) {
        if (version > VERSION) {
            throw new LedgerOpenException(
                    "ledger schema: version %d (expected: at most %d; a newer program wrote it)"
                            .formatted(version, VERSION));
        }
        return version < VERSION;
    }

    /// Among tables of others, too.
    private static void migrate(Migration migration) {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(migration.dataSource())
                    .locations(LOCATION + "every", LOCATION + migration.folder())
                    .table(HISTORY)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(migration.words())
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new LedgerOpenException(
                    "ledger schema: can not be brought to version %d: %s"
                            .formatted(VERSION, e.getMessage()),
                    e);
        }
    }

    /// 0 where there are no tables.
    static int version(Session session) throws SQLException {
        if (!hasHistory(session.connection())) {
            return 0;
        }
        List<Integer> versions = session.list(VERSIONS, Schema::version);
        return versions.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /// What did not succeed, or has no version, counts for nothing.
    private static int version(ResultSet row) throws SQLException {
        return row.getBoolean(2) ? row.getInt(1) : 0;
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection
                        .getMetaData()
                        .getTables(
                                connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }
}
