package io.firstcome.cli.ledger;

import io.firstcome.cli.CommandFailure;
import io.firstcome.server.config.ConfigException;
import io.firstcome.server.config.Configuration;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;

/// The option that says where settings stand.
public final class SettingsFile {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings in YAML or Java properties.")
    private @Nullable Path file;

    /// The settings in force.
    public Configuration read(Map<String, String> flags, Map<String, String> environment) {
        try {
            return Configuration.read(flags, environment, file);
        } catch (ConfigException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
