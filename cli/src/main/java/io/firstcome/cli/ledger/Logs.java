package io.firstcome.cli.ledger;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What is logged, by a running server above all: one line per event on standard error, from parts
/// of others only what is wrong. A configuration of java.util.logging's own goes before this.
public final class Logs {
    /// Time with offset, level, logger, message, stack.
    private static final String LINE = "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s: %5$s%6$s%n";

    /// Held, because a logger nobody holds forgets its level. Netty tells at length of clients that
    /// do not keep to HTTP/2, so how much would be theirs to decide.
    private static final List<Logger> OTHERS =
            List.of(
                    Logger.getLogger("org.flywaydb"),
                    Logger.getLogger("com.zaxxer.hikari"),
                    Logger.getLogger("io.netty"));

    private Logs() {}

    /// Has to come before anything is logged.
    public static void configure() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
            OTHERS.forEach(logger -> logger.setLevel(Level.WARNING));
        }
    }
}
