package io.firstcome.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/// A database server that whoever started it has for himself.
public interface DatabaseServer extends AutoCloseable {
    /// The address of a database of this name, which is made when there is none.
    default String url(String name) {
        return url(name, port());
    }

    /// The same by another port that leads to the server's.
    String url(String name, int port);

    /// A connection to a database of this name, which is made when there is none.
    default Connection connect(String name) throws SQLException {
        return DriverManager.getConnection(url(name), user(), password());
    }

    int port();

    String user();

    String password();

    /// User and system time that its processes have used so far, of those that still run.
    Duration cpu();

    /// Ends all its processes as `kill -9` does: nothing is flushed, nothing is answered.
    void kill();

    /// Starts it after a kill on the same port and data; returns when it serves.
    void restart();

    @Override
    void close();
}
