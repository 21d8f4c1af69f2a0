package io.firstcome.cli.move.tables;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// The row at which a result is.
final class Row {
    private static final LocalTimes UTC = new LocalTimes(ZoneOffset.UTC);
    private static final String WITH_ZONE = "timestamptz";

    private final ResultSet rows;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> instants = new HashSet<>();

    /// @param instantType of columns that hold instants
    Row(ResultSet rows, String instantType) throws SQLException {
        this.rows = rows;
        ResultSetMetaData about = rows.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            String name = about.getColumnLabel(i).toLowerCase(Locale.ROOT);
            indexes.put(name, i);
            types.put(name, about.getColumnTypeName(i));
            if (about.getColumnTypeName(i).equals(instantType)) {
                instants.add(name);
            }
        }
    }

    private int index(String column) throws SQLException {
        Integer index = indexes.get(column);
        if (index == null) {
            throw new SQLException("no column " + column);
        }
        return index;
    }

    @Nullable String find(String column) throws SQLException {
        return rows.getString(index(column));
    }

    /// What stands in a column.
    ///
    /// @throws IllegalArgumentException when nothing does
    String text(String column) throws SQLException {
        return require(column, find(column), "a value");
    }

    @Nullable Long number(String column) throws SQLException {
        long number = rows.getLong(index(column));
        return rows.wasNull() ? null : (Long) number;
    }

    /// A time in microseconds since 1970-01-01T00:00:00Z. Neither the session nor this machine has
    /// a say in which it is.
    ///
    /// @throws IllegalArgumentException when there is none, or there was no such time
    long micros(String column, LocalTimes times) throws SQLException {
        boolean isInstant = instants.contains(column);
        LocalDateTime time = require(column, time(column), "a time");
        try {
            return (isInstant ? UTC : times).micros(time);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(column + ": " + e.getMessage(), e);
        }
    }

    private @Nullable LocalDateTime time(String column) throws SQLException {
        if (WITH_ZONE.equals(types.get(column))) {
            OffsetDateTime time = rows.getObject(index(column), OffsetDateTime.class);
            return time == null
                    ? null
                    : time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        return rows.getObject(index(column), LocalDateTime.class);
    }

    private static <T> T require(String column, @Nullable T value, String expected) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s: none (expected: %s)".formatted(column, expected));
        }
        return value;
    }

    /// What stands in each column of the table, in their order.
    SequencedMap<String, @Nullable String> all() throws SQLException {
        SequencedMap<String, @Nullable String> all = new LinkedHashMap<>();
        for (String column : indexes.keySet()) {
            all.put(column, find(column));
        }
        all.remove(IssueColumns.NTH);
        return all;
    }
}
