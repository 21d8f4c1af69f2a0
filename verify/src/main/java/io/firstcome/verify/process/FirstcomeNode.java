package io.firstcome.verify.process;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A Firstcome server on loopback, which can be killed and started again on the same ports and
/// data. These are thrown away with it, unless they are in a database that it shares.
public final class FirstcomeNode implements AutoCloseable {
    /// Firstcome's own main class, run as this JVM runs.
    public static final String MAIN_CLASS = "io.firstcome.cli.Main";

    private static final Duration READY_LIMIT = Duration.ofSeconds(20);
    private static final int HTTP_TIMEOUT_MILLIS = 1_000;

    private final List<String> launcher;
    private final Path directory;
    private final @Nullable String ledger;
    private final int adminPort = FreePort.find();
    private final int issuePort = FreePort.find();
    private final Thread onExit = new Thread(this::discard, "discard-node");
    private ServerProcess process;

    private FirstcomeNode(List<String> launcher, Path directory, @Nullable String ledger) {
        this.launcher = launcher;
        this.directory = directory;
        this.ledger = ledger;
        process = launch();
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /// Starts a node with its data in the system's temporary directory and returns when it is
    /// ready.
    ///
    /// @param launcher the command to which `serve` and its options are added
    public static FirstcomeNode start(List<String> launcher) throws InterruptedException {
        return start(launcher, systemsTemporary());
    }

    /// Starts a node on a ledger that it shares with others and returns when it is ready.
    ///
    /// @param ledger the address of its database
    public static FirstcomeNode startSharing(List<String> launcher, String ledger)
            throws InterruptedException {
        return start(launcher, systemsTemporary(), ledger);
    }

    private static Path systemsTemporary() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /// Starts a node with its data in a new directory in `parent`.
    public static FirstcomeNode start(List<String> launcher, Path parent)
            throws InterruptedException {
        return start(launcher, parent, null);
    }

    private static FirstcomeNode start(List<String> launcher, Path parent, @Nullable String ledger)
            throws InterruptedException {
        Path directory = temporaryDirectory(parent);
        FirstcomeNode node;
        try {
            node = new FirstcomeNode(launcher, directory, ledger);
        } catch (UncheckedIOException failure) {
            delete(directory);
            throw failure;
        }
        try {
            node.awaitReady();
            return node;
        } catch (IllegalStateException | InterruptedException failure) {
            node.close();
            throw failure;
        }
    }

    private static Path temporaryDirectory(Path parent) {
        try {
            return Files.createTempDirectory(parent, "firstcome-node-");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private ServerProcess launch() {
        List<String> command = new ArrayList<>(launcher);
        command.add("serve");
        command.addAll(
                ledger == null
                        ? List.of("--data-dir", data().toString())
                        : List.of("--ledger", ledger));
        command.addAll(List.of("--bind", "127.0.0.1"));
        command.addAll(List.of("--admin-port", Integer.toString(adminPort)));
        command.addAll(List.of("--issue-port", Integer.toString(issuePort)));
        return ServerProcess.start(command, directory.resolve("server.log"));
    }

    private Path data() {
        return directory.resolve("data");
    }

    private void awaitReady() throws InterruptedException {
        try {
            process.await(this::isReady, READY_LIMIT);
        } catch (IllegalStateException | InterruptedException failure) {
            process.kill();
            throw failure;
        }
    }

    /// Whether it says that it is ready, within a second or two.
    public boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) adminUrl().resolve("/readyz").toURL().openConnection();
            connection.setConnectTimeout(HTTP_TIMEOUT_MILLIS);
            connection.setReadTimeout(HTTP_TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }

    public URI adminUrl() {
        return URI.create("http://127.0.0.1:" + adminPort);
    }

    public URI issueUrl() {
        return URI.create("http://127.0.0.1:" + issuePort);
    }

    /// How long the files of its ledger are together, without the warm-up's, which has a directory.
    public long dataBytes() {
        try (Stream<Path> paths = Files.list(data())) {
            return paths.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// The running process, or the last one after a kill.
    public ServerProcess process() {
        return process;
    }

    /// `kill -9`: nothing is flushed, nothing is answered.
    public void kill() throws InterruptedException {
        process.kill();
    }

    /// Starts the node again on the same ports and data, after it was killed or stopped; returns
    /// when it is ready.
    public void restart() throws InterruptedException {
        process.stop();
        process = launch();
        awaitReady();
    }

    /// Stops the process and removes its data.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException _) {
            // the JVM is ending: the hook does it
            return;
        }
        process.close();
        delete(directory);
    }

    /// This JVM was told to end: no time for an orderly stop.
    private void discard() {
        try {
            process.kill();
            delete(directory);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
