package io.firstcome.verify.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/// A server in a process of its own. Its output goes to a file; the process is ended by its handle
/// at the latest when this JVM ends.
public final class ServerProcess implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LOG_SHOWN_MAX = 4_000;

    /// Settings of the servers that are served for real: with their key of codes the codes would be
    /// theirs, with their ledger the coupons.
    private static final List<String> OF_OTHERS =
            List.of(
                    "FIRSTCOME_CODE_KEY",
                    "FIRSTCOME_LEDGER",
                    "FIRSTCOME_LEDGER_USER",
                    "FIRSTCOME_LEDGER_PASSWORD",
                    "FIRSTCOME_ROLE",
                    "FIRSTCOME_REQUIRE_KEYS",
                    "FIRSTCOME_TLS_CERTIFICATE",
                    "FIRSTCOME_TLS_KEY");

    private final Process process;
    private final Path log;
    private final Thread onExit;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        onExit = new Thread(process::destroyForcibly, "end-" + process.pid());
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /// Starts a command in this process's environment, but for the settings of servers that are
    /// none of its business; its output is appended to `log`.
    public static ServerProcess start(List<String> command, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        OF_OTHERS.forEach(builder.environment()::remove);
        try {
            return new ServerProcess(builder.start(), log);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Waits until `ready` holds; an `IllegalStateException` with the end of the output when the
    /// process ends before or `limit` passes.
    public void await(BooleanSupplier ready, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                String state = process.isAlive() ? "not ready in " + limit : "ended";
                throw new IllegalStateException("server " + state + ":\n" + logTail());
            }
            Thread.sleep(POLL);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// User and system time the process has used so far, in steps of 10 ms on Linux.
    public Duration cpu() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("cpu: not told by this system"));
    }

    /// Ends the process at once, as `kill -9` does, and waits for its end.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        waitForEnd();
    }

    /// Asks the process to end (SIGTERM), kills it after 10 s, and returns its exit code.
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE)) {
            process.destroyForcibly();
        }
        return waitForEnd();
    }

    private int waitForEnd() throws InterruptedException {
        int exitCode = process.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException _) {
            // the JVM is ending: the hook has nothing left to do
        }
        return exitCode;
    }

    /// The end of what the process printed.
    public String logTail() {
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - LOG_SHOWN_MAX));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// Stops the process; killed when the waiting is interrupted.
    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
