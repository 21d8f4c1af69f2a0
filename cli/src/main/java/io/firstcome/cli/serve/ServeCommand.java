package io.firstcome.cli.serve;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.ledger.LedgerOptions;
import io.firstcome.cli.ledger.Logs;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.StartupException;
import io.firstcome.server.config.Configuration;
import io.firstcome.server.config.ServerConfig;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// `serve`: runs a server until the process is told to stop.
@Command(
        description = {
            "Runs a server on this machine until Ctrl-C.",
            "",
            "Every setting can be given in FILE (admin-port: 8081) or in the environment"
                    + " (FIRSTCOME_ADMIN_PORT=8081) too; --print-config names them all.",
            ""
        },
        footer = {"", "Example:", "  ./firstcome serve --data-dir ./my-data --admin-port 9081"})
public final class ServeCommand implements Callable<Integer> {
    /// As many as names of four letters: 19 days.
    private static final long DROP_SECONDS = 36 * 36 * 36 * 36;

    private final Terminal terminal;
    private final Map<String, String> flags = new HashMap<>();

    @Mixin private LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--print-config",
            description = "Print every setting, its value and where it comes from; start nothing.")
    private boolean printConfig;

    public ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "What a node with --ledger does: all, admin or issue; all.")
    void setRole(String role) {
        flags.put("role", role);
    }

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on; 127.0.0.1. Beyond loopback callers need keys:"
                            + " ./firstcome key --help.")
    void setBind(String address) {
        flags.put("bind", address);
    }

    @Option(
            names = "--admin-port",
            paramLabel = "PORT",
            description = "Of the admin API; 8081. 0 for any free port.")
    void setAdminPort(String port) {
        flags.put("admin-port", port);
    }

    @Option(
            names = "--issue-port",
            paramLabel = "PORT",
            description = "Of the issue API; 8082. 0 for any free port.")
    void setIssuePort(String port) {
        flags.put("issue-port", port);
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = ledger.read(flags, terminal.environment());
        if (printConfig) {
            terminal.out().print(configuration.describe());
            return CommandLine.ExitCode.OK;
        }
        Logs.configure();
        serve(configuration.server());
        return CommandLine.ExitCode.OK;
    }

    /// Returns only when this thread is interrupted; the process ends by a signal.
    private void serve(ServerConfig config) throws InterruptedException {
        FirstcomeServer server = start(config);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "shutdown"));
        Address address =
                new Address(
                        config.listen().bind(),
                        server.adminPort(),
                        server.issuePort(),
                        config.protection().tls() != null);
        terminal.out().println(Welcome.text(address, config, newDrop(), terminal));
        server.watchPressure();
        FirstcomeServer.warmUp(config);
        new CountDownLatch(1).await();
    }

    /// An id that is new every time, so that the commands work again whenever they are copied.
    private static String newDrop() {
        long seconds = InstantSource.system().instant().getEpochSecond();
        return "drop-" + Long.toString(seconds % DROP_SECONDS, Character.MAX_RADIX);
    }

    private static FirstcomeServer start(ServerConfig config) {
        try {
            return FirstcomeServer.start(config);
        } catch (StartupException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private void stop(FirstcomeServer server) {
        terminal.out().println(Welcome.stopping(terminal.language()));
        server.close();
        terminal.out().println(Welcome.stopped(terminal.language()));
    }
}
