package io.firstcome.cli.serve;

import io.firstcome.cli.CommandFailure;
import io.firstcome.server.config.ConfigException;
import io.firstcome.server.config.Configuration;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The options that say which ledger it is, and where its settings stand.
public final class LedgerOptions {
    private final Map<String, String> flags = new HashMap<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in YAML or Java properties.")
    private @Nullable Path file;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where campaigns and coupons are kept; firstcome-data.")
    void setDataDir(String directory) {
        flags.put("data-dir", directory);
    }

    @Option(
            names = "--ledger",
            paramLabel = "URL",
            description = {
                "A database that many nodes share: jdbc:postgresql://...,",
                "jdbc:mariadb://... or jdbc:mysql://...; else the ledger is in --data-dir."
            })
    void setLedger(String url) {
        flags.put("ledger", url);
    }

    /// The settings in force, with flags of the command's own.
    public Configuration read(Map<String, String> others, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(flags);
        all.putAll(others);
        try {
            return Configuration.read(all, environment, file);
        } catch (ConfigException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
