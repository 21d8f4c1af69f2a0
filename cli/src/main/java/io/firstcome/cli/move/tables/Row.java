package io.firstcome.cli.move.tables;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// The row at which a result is. What stands in it and is not as expected is an
/// [IllegalArgumentException].
final class Row {
    private static final LocalTimes UTC = new LocalTimes(ZoneOffset.UTC);
    private static final String WITH_ZONE = "timestamptz";

    /// PostgreSQL's name of `CHAR(n)`, which it brings with blanks up to its length.
    private static final String PADDED = "bpchar";

    private static final Set<Integer> BYTES =
            Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

    private final ResultSet rows;
    private final String instantType;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    /// A column of the result.
    ///
    /// @param type what the database calls its type
    private record Column(int index, String type, boolean isOfBytes) {}

    /// @param instantType of columns that hold instants
    Row(ResultSet rows, String instantType) throws SQLException {
        this.rows = rows;
        this.instantType = instantType;
        ResultSetMetaData about = rows.getMetaData();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            boolean isOfBytes = BYTES.contains(about.getColumnType(i));
            columns.put(
                    about.getColumnLabel(i).toLowerCase(Locale.ROOT),
                    new Column(i, about.getColumnTypeName(i), isOfBytes));
        }
    }

    private Column column(String name) throws SQLException {
        Column column = columns.get(name);
        if (column == null) {
            throw new SQLException("no column " + name);
        }
        return column;
    }

    /// What stands in a column, bytes as `\x` and digits.
    @Nullable String find(String name) throws SQLException {
        Column column = column(name);
        if (column.isOfBytes()) {
            byte[] bytes = rows.getBytes(column.index());
            return bytes == null ? null : "\\x" + HexFormat.of().formatHex(bytes);
        }
        String text = rows.getString(column.index());
        return text != null && column.type().equals(PADDED) ? text.stripTrailing() : text;
    }

    /// What stands in a column, which has to be something to read.
    String text(String name) throws SQLException {
        String text = require(name, find(name), "a value");
        if (column(name).isOfBytes()) {
            throw unexpected(name, "text or a number, not bytes");
        }
        return text;
    }

    @Nullable Long number(String name) throws SQLException {
        String text = find(name);
        try {
            return text == null ? null : (Long) new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw unexpected(name, "a whole number");
        }
    }

    /// A time in microseconds since 1970-01-01T00:00:00Z. Neither the session nor this machine has
    /// a say in which it is.
    long micros(String name, LocalTimes times) throws SQLException {
        require(name, find(name), "a time");
        try {
            return micros(column(name), times);
        } catch (IllegalArgumentException e) {
            throw unexpected(name, e.getMessage());
        }
    }

    private long micros(Column column, LocalTimes times) throws SQLException {
        if (column.type().equals(WITH_ZONE)) {
            return LocalTimes.micros(time(column, OffsetDateTime.class).toInstant());
        }
        LocalTimes own = column.type().equals(instantType) ? UTC : times;
        return own.micros(time(column, LocalDateTime.class));
    }

    /// All that can fail here is to make a time of what was brought.
    private <T> T time(Column column, Class<T> type) {
        try {
            T time = rows.getObject(column.index(), type);
            if (time != null) {
                return time;
            }
        } catch (SQLException e) {
            throw new IllegalArgumentException("a time, not the type " + column.type(), e);
        }
        throw new IllegalArgumentException("a time");
    }

    private static String require(String name, @Nullable String value, String expected) {
        if (value == null) {
            throw new IllegalArgumentException("%s: none (expected: %s)".formatted(name, expected));
        }
        return value;
    }

    private IllegalArgumentException unexpected(String name, @Nullable String expected)
            throws SQLException {
        return new IllegalArgumentException(
                "%s: %s (expected: %s)".formatted(name, find(name), expected));
    }

    /// What stands in each column of the table, in their order.
    SequencedMap<String, @Nullable String> all() throws SQLException {
        SequencedMap<String, @Nullable String> all = new LinkedHashMap<>();
        for (String name : columns.keySet()) {
            all.put(name, find(name));
        }
        all.remove(IssueColumns.NTH);
        return all;
    }
}
