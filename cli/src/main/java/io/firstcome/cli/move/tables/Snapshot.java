package io.firstcome.cli.move.tables;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tables as they were at one moment: what others do to them meanwhile is not seen. Nothing is
/// written to them.
final class Snapshot implements AutoCloseable {
    /// How many rows of a long answer are brought at a time.
    private static final int FETCH = 10_000;

    private final Connection connection;
    private final TablesAddress address;

    private Snapshot(Connection connection, TablesAddress address) {
        this.connection = connection;
        this.address = address;
    }

    /// What is done with a row.
    @FunctionalInterface
    interface RowConsumer {
        void accept(Row row) throws SQLException, IOException;
    }

    static Snapshot open(TablesAddress address) throws SQLException {
        Connection connection = address.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute(address.inUtc());
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            return new Snapshot(connection, address);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Makes this the moment.
    void renew() throws SQLException {
        connection.commit();
    }

    /// [TablesAddress#exact].
    String exact(String column) {
        return address.exact(column);
    }

    /// The names of the columns of a table, in their order; none where there is no such table.
    List<String> columns(String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet columns =
                connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), table, null)) {
            while (columns.next()) {
                if (columns.getString("TABLE_NAME").equalsIgnoreCase(table)) {
                    names.add(columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    /// Hands all rows of a query to `consumer`, and has only a few of them in memory.
    ///
    /// @return how many these are
    long read(String sql, RowConsumer consumer) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return read(rows, consumer);
            }
        }
    }

    private long read(ResultSet rows, RowConsumer consumer) throws SQLException, IOException {
        Row row = new Row(rows, address.instantType());
        long count = 0;
        while (rows.next()) {
            consumer.accept(row);
            count++;
        }
        return count;
    }

    /// How many rows a table has.
    long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
