package io.firstcome.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// PostgreSQL, from its binaries on the class path.
public final class PostgresServer implements DatabaseServer {
    static final int ANY_PORT = 0;

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on");

    private final Path directory;
    private Map<String, String> settings;
    private EmbeddedPostgres server;

    private PostgresServer(Path directory, Map<String, String> settings, int port)
            throws IOException {
        this.directory = directory;
        this.settings = settings;
        this.server = launch(port);
        Runtime.getRuntime().addShutdownHook(new Thread(this::discard));
    }

    /// Starts one on any free port, which is fast and does not care for its data: `fsync` is off.
    public static PostgresServer start() {
        return start(Map.of());
    }

    /// Starts one on any free port whose commits are durable when they are answered.
    public static PostgresServer startDurable() {
        return start(DURABLE);
    }

    private static PostgresServer start(Map<String, String> settings) {
        try {
            return new PostgresServer(newDirectory(), settings, ANY_PORT);
        } catch (IOException e) {
            throw failed("started", e);
        }
    }

    private static Path newDirectory() throws IOException {
        return Files.createTempDirectory("firstcome-postgresql");
    }

    /// Starts a standby on a copy of a primary that is stopped; it follows when that runs.
    static PostgresServer startStandby(PostgresServer primary, String name, int port) {
        try {
            Path directory = newDirectory();
            Path data = data(directory);
            Directories.copy(data(primary.directory), data);
            Files.createFile(data.resolve("standby.signal"));
            Files.writeString(
                    data.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%d user=%s application_name=%s'%n"
                            .formatted(primary.port(), primary.user(), name),
                    StandardOpenOption.APPEND);
            return new PostgresServer(directory, DURABLE, port);
        } catch (IOException e) {
            throw failed("copied", e);
        }
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    /// Without a socket in the file system, which would stay in a directory of all after a kill.
    private EmbeddedPostgres launch(int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data(directory))
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(START_LIMIT)
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("unix_socket_directories", "");
        settings.forEach(builder::setServerConfig);
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
        Path file = data(directory).resolve("postmaster.pid");
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

    /// Ends it in order, so that all is in its files.
    void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw failed("stopped", e);
        }
    }

    /// Starts it again as one whose commits wait for the standby of this name.
    void restartWithStandby(String name) {
        settings = new HashMap<>(DURABLE);
        settings.put("synchronous_standby_names", name);
        restart();
    }

    @Override
    public void restart() {
        int port = port();
        stop();
        try {
            server = launch(port);
        } catch (IOException e) {
            throw failed("started again", e);
        }
    }

    @Override
    public void close() {
        stop();
        discard();
    }

    private void discard() {
        postmaster().ifPresent(Processes::kill);
        Directories.delete(directory);
    }
}
