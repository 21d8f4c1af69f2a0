package io.firstcome.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// `mysql --batch --skip-column-names` over JDBC: prints what the statement after `--execute`
/// finds. The arguments are an address, to which the database's name is added, and `mysql`'s.
final class PrintRows {
    private PrintRows() {}

    public static void main(String[] args) throws SQLException {
        List<String> words = List.of(args);
        int execute = words.indexOf("--execute");
        String url = words.getFirst() + words.get(execute - 1);
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(words.get(execute + 1))) {
            while (rows.next()) {
                System.out.println(line(rows));
            }
        }
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder(row.getString(1));
        for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
            line.append('\t').append(row.getString(column));
        }
        return line.toString();
    }
}
