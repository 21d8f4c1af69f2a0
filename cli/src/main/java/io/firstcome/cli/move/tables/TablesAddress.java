package io.firstcome.cli.move.tables;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/// The database in which tables are, and who reads them.
///
/// @param url a JDBC address, without a password
public record TablesAddress(String url, @Nullable String user, @Nullable String password) {
    private static final Pattern SCHEME = Pattern.compile("jdbc:(postgresql|mysql|mariadb):.*");
    private static final Pattern PASSWORD = Pattern.compile("(?i)password=[^&]*");
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /// Has MariaDB's driver take addresses of MySQL.
    private static final String PERMIT = "permitMysqlScheme";

    public TablesAddress {
        if (!SCHEME.matcher(url).matches() || PASSWORD.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "%s (expected: an address that begins with jdbc:mysql:, jdbc:mariadb: or"
                                    .formatted(PASSWORD.matcher(url).replaceAll("password=..."))
                            + " jdbc:postgresql:, without a password)");
        }
    }

    private boolean isPostgres() {
        return url.startsWith(POSTGRESQL);
    }

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        put(properties, "user", user);
        put(properties, "password", password);
        return DriverManager.getConnection(permitted(), properties);
    }

    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private String permitted() {
        return isPostgres() || url.contains(PERMIT)
                ? url
                : url + (url.contains("?") ? "&" : "?") + PERMIT;
    }

    /// Has a session tell instants in UTC.
    String inUtc() {
        return isPostgres() ? "SET TIME ZONE 'UTC'" : "SET SESSION time_zone = '+00:00'";
    }

    /// Compares what stands in a column as it stands there: 'kim' is not 'Kim', whatever the
    /// column's collation says.
    String exact(String column) {
        return isPostgres() ? column : "CAST(%s AS BINARY)".formatted(column);
    }

    /// The type of columns that hold instants, not what a clock showed.
    String instantType() {
        return isPostgres() ? "timestamptz" : "TIMESTAMP";
    }
}
