package io.firstcome.cli.ledger;

import io.firstcome.server.config.Configuration;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.HashMap;
import java.util.Map;

/// The options that say which ledger it is, and where its settings stand.
public final class LedgerOptions {
    private final Map<String, String> flags = new HashMap<>();

    @Mixin private SettingsFile file = new SettingsFile();

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
        return file.read(all, environment);
    }
}
