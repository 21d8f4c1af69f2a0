package io.firstcome.testkit.database;

/// A database server that a test has for itself.
public interface DatabaseServer extends AutoCloseable {
    /// The address of a database of this name, which is made when there is none.
    String url(String name);

    String user();

    String password();

    @Override
    void close();
}
