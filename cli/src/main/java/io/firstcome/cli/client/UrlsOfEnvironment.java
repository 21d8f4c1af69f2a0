package io.firstcome.cli.client;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.Map;

/// The servers that the environment names, for commands that are not told which one to call.
public final class UrlsOfEnvironment implements IDefaultValueProvider {
    private static final Map<String, String> VARIABLES =
            Map.of("--admin", "FIRSTCOME_ADMIN_URL", "--issue", "FIRSTCOME_ISSUE_URL");

    private final Map<String, String> environment;

    public UrlsOfEnvironment(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            String variable = VARIABLES.get(option.longestName());
            return variable == null ? null : environment.get(variable);
        }
        return null;
    }
}
