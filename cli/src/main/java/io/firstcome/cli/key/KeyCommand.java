package io.firstcome.cli.key;

import io.firstcome.cli.CommandFailure;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.ledger.LedgerOptions;
import io.firstcome.cli.ledger.Logs;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.server.KeyRegister;
import io.firstcome.server.StartupException;
import io.firstcome.server.config.ServerConfig;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// What the commands of `key` have in common: the ledger whose keys they are about.
abstract class KeyCommand implements Callable<Integer> {
    final Terminal terminal;

    @Mixin private LedgerOptions ledger = new LedgerOptions();

    KeyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public final Integer call() {
        run();
        return CommandLine.ExitCode.OK;
    }

    /// Does what the command is for.
    abstract void run();

    final <T> T use(Function<ApiKeys, T> use) {
        ServerConfig config = ledger.read(Map.of(), terminal.environment()).server();
        Logs.configure();
        try {
            return KeyRegister.use(config, use);
        } catch (StartupException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    final long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, terminal.clock().instant());
    }
}
