package io.firstcome.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL, from its binaries on the class path.
public final class PostgresServer implements DatabaseServer {
    private static final int ANY_PORT = 0;

    private final Path directory;
    private final boolean isDurable;
    private EmbeddedPostgres server;

    private PostgresServer(Path directory, boolean isDurable) throws IOException {
        this.directory = directory;
        this.isDurable = isDurable;
        this.server = launch(ANY_PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(this::discard));
    }

    /// Starts one on any free port, which is fast and does not care for its data: `fsync` is off.
    public static PostgresServer start() {
        return start(false);
    }

    /// Starts one on any free port whose commits are durable when they are answered.
    public static PostgresServer startDurable() {
        return start(true);
    }

    private static PostgresServer start(boolean isDurable) {
        try {
            return new PostgresServer(Files.createTempDirectory("firstcome-postgresql"), isDurable);
        } catch (IOException e) {
            throw failed("started", e);
        }
    }

    private EmbeddedPostgres launch(int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(directory.resolve("data"))
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("max_connections", "100");
        if (isDurable) {
            builder.setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
        }
        return (port == ANY_PORT ? builder : builder.setPort(port)).start();
    }

    private static UncheckedIOException failed(String what, IOException cause) {
        return new UncheckedIOException("PostgreSQL: can not be " + what, cause);
    }

    @Override
    public String url(String name, int port) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, name)) {
                statement.execute("CREATE DATABASE " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + ": can not be made", e);
        }
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery(
                        "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return rows.next();
        }
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String password() {
        return "postgres";
    }

    /// The first process of all, which is not a child of this one; empty when it does not run.
    private Optional<ProcessHandle> postmaster() {
        Path file = directory.resolve("data").resolve("postmaster.pid");
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst()
                    .map(String::strip)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("looked for", e);
        }
    }

    @Override
    public Duration cpu() {
        return postmaster().map(Processes::cpu).orElse(Duration.ZERO);
    }

    @Override
    public void kill() {
        Processes.kill(
                postmaster()
                        .orElseThrow(() -> new IllegalStateException("PostgreSQL: does not run")));
    }

    @Override
    public void restart() {
        int port = port();
        try {
            server.close();
            server = launch(port);
        } catch (IOException e) {
            throw failed("started again", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw failed("stopped", e);
        }
        discard();
    }

    private void discard() {
        postmaster().ifPresent(Processes::kill);
        Directories.delete(directory);
    }
}
