package io.firstcome.ledger.sql;

import java.lang.module.ModuleDescriptor.Version;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// Looks at the start whether a MariaDB or MySQL server can keep a ledger, and what it does not
/// promise.
final class MariaDbExamination {
    private static final Version MARIADB_MIN = Version.parse("10.11");

    /// The first that has the collation of the tables.
    private static final Version MYSQL_MIN = Version.parse("8.0.17");

    /// Durable with the commit: written and synced; 3 is MariaDB's word for more of it.
    private static final Set<Long> DURABLE_FLUSHES = Set.of(1L, 3L);

    private MariaDbExamination() {}

    static List<String> warnings(Connection connection) throws SQLException {
        requireVersion(connection.getMetaData());
        Session session = new Session(connection);
        if (number(session, "SELECT " + MariaDbDatabase.IS_READ_ONLY) != 0) {
            throw new LedgerOpenException(
                    "database: read_only is on (expected: the primary, which can be written to)");
        }
        List<String> warnings = new ArrayList<>();
        if (!DURABLE_FLUSHES.contains(variable(session, "innodb_flush_log_at_trx_commit"))) {
            warnings.add(
                    "innodb_flush_log_at_trx_commit is not 1: coupons that were told as issued are"
                            + " lost when the machine of the database loses power");
        }
        warnings.addAll(BinaryLog.of(session).warnings());
        return warnings;
    }

    private static void requireVersion(DatabaseMetaData about) throws SQLException {
        String name = about.getDatabaseProductName();
        String version = about.getDatabaseProductVersion();
        if (!isKnown(name, version)) {
            throw new LedgerOpenException(
                    "%s: %s (expected: MariaDB 10.11 or later, or MySQL 8.0.17 or later)"
                            .formatted(name, version));
        }
    }

    /// @param version numbers between dots, and behind them what a distribution adds
    static boolean isKnown(String name, String version) {
        boolean isMariaDb = name.toLowerCase(Locale.ROOT).contains("maria");
        Version numbers = Version.parse(version.replaceFirst("[^0-9.].*", ""));
        return numbers.compareTo(isMariaDb ? MARIADB_MIN : MYSQL_MIN) >= 0;
    }

    static long variable(Session session, String name) throws SQLException {
        return number(session, "SELECT @@GLOBAL." + name);
    }

    private static long number(Session session, String query) throws SQLException {
        return Objects.requireNonNull(session.first(query, row -> row.getLong(1)), query);
    }
}
