package io.firstcome.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// MariaDB, or MySQL in its place.
public final class MariaDbServer implements DatabaseServer {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Program program;
    private final List<String> options;
    private final Path directory;
    private final int port;
    private Process process;

    private MariaDbServer(Program program, List<String> options, Path directory, int port)
            throws IOException {
        this.program = program;
        this.options = options;
        this.directory = directory;
        this.port = port;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /// Starts one on any free port: MariaDB, or the MySQL whose `mysqld` the environment's
    /// `FIRSTCOME_MYSQLD` names.
    public static MariaDbServer start() {
        return start(List.of());
    }

    /// Starts one that keeps a binary log, as is MySQL's default, but not MariaDB's.
    public static MariaDbServer startWithBinaryLog() {
        return start(List.of("--log-bin=binary-log"));
    }

    /// Starts one that keeps a binary log and syncs it at each commit, both as is MySQL's default.
    public static MariaDbServer startWithSyncedBinaryLog() {
        return start(List.of("--log-bin=binary-log", "--sync-binlog=1"));
    }

    private static MariaDbServer start(List<String> options) {
        try {
            Program program = program();
            Path directory = Files.createTempDirectory("firstcome-mariadb");
            run(directory, program.installing(directory));
            MariaDbServer server = new MariaDbServer(program, options, directory, freePort());
            server.awaitStart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB: can not be started", e);
        }
    }

    private static Program program() throws IOException {
        Optional<Program> mySql = MySqlProgram.named();
        return mySql.isPresent() ? mySql.get() : MariaDbProgram.unpacked();
    }

    private static void run(Path directory, List<String> command) throws IOException {
        Path log = directory.resolve("install.log");
        Process process = process(command, log);
        try {
            if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command + ": " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("interrupted", e);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(program.serving(directory, port));
        command.addAll(options);
        return process(command, directory.resolve("server.log"));
    }

    private static Process process(List<String> command, Path log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart() throws IOException {
        long endNanos = System.nanoTime() + START_LIMIT.toNanos();
        while (!isServed()) {
            if (!process.isAlive() || System.nanoTime() - endNanos > 0) {
                close();
                throw new IOException("MariaDB: does not serve port " + port);
            }
        }
    }

    private boolean isServed() throws IOException {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return pause();
        }
    }

    private static boolean pause() throws IOException {
        try {
            Thread.sleep(50);
            return false;
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private Connection connect() throws SQLException {
        return connectByDriver(program.scheme() + "//127.0.0.1:" + port + "/");
    }

    @Override
    public Connection connect(String name) throws SQLException {
        return connectByDriver(url(name));
    }

    /// The driver is MariaDB's: it speaks to MySQL, too, but does not know its name.
    private Connection connectByDriver(String url) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mariadb:" + url.substring(program.scheme().length()), user(), password());
    }

    @Override
    public String url(String name, int throughPort) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + ": can not be made", e);
        }
        return program.scheme() + "//127.0.0.1:" + throughPort + "/" + name;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String user() {
        return "root";
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public Duration cpu() {
        return Processes.cpu(process.toHandle());
    }

    @Override
    public void kill() {
        Processes.kill(process.toHandle());
    }

    @Override
    public void restart() {
        try {
            process = launch();
            awaitStart();
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB: can not be started again", e);
        }
    }

    @Override
    public void close() {
        kill();
        Directories.delete(directory);
    }
}
