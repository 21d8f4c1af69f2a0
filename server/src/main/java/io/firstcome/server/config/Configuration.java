package io.firstcome.server.config;

import io.firstcome.core.issue.Limits;
import io.firstcome.server.access.TlsFiles;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The settings in force, and where each comes from. A flag goes before the environment, that
/// before a file, and that before the default.
public final class Configuration {
    private final Map<String, Setting> settings = new HashMap<>();
    private final ServerConfig server;

    /// @throws ConfigException when a key is unknown or a value is not usable, wherever it stands:
    ///   a setting that another one overrides must be right too
    private Configuration(List<List<Setting>> weakestFirst) {
        Keys.ALL.forEach(this::setDefault);
        for (List<Setting> source : weakestFirst) {
            for (Setting setting : source) {
                value(setting.key(), setting);
                settings.put(setting.key().name(), setting);
            }
        }
        server = build();
    }

    /// Reads all sources.
    ///
    /// @param flags the command line's, by the name of their key
    /// @param environment all variables; those that do not begin with `FIRSTCOME_` are not looked
    ///   at
    /// @param file YAML or Java properties; null when there is none
    /// @throws ConfigException when a key is unknown or a value is not usable
    public static Configuration read(
            Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        return new Configuration(
                List.of(
                        file == null ? List.of() : ConfigFile.read(file),
                        Environment.read(environment),
                        flags.entrySet().stream().map(Configuration::flag).toList()));
    }

    /// What the server needs to start.
    public ServerConfig server() {
        return server;
    }

    /// Every key with its value and where it comes from, as a YAML file that gives the same
    /// configuration. Secrets are masked, and left out of what that file sets.
    public String describe() {
        StringBuilder lines = new StringBuilder();
        for (Key<?> key : Keys.ALL) {
            lines.append(describe(key));
        }
        return lines.toString();
    }

    private String describe(Key<?> key) {
        Setting setting = settings.get(key.name());
        if (setting == null) {
            return line("# " + key.name() + ":", "not set");
        }
        String shown = setting.shownText();
        String source = setting.source() + (key.note().isEmpty() ? "" : ", " + key.note());
        return key.secret()
                ? line("# " + key.name() + ": " + shown, source)
                : line(key.name() + ": " + quoted(shown), source);
    }

    private static String line(String yaml, String source) {
        return "%-48s # %s%n".formatted(yaml, source);
    }

    /// In quotes only where YAML could read something else.
    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9/][A-Za-z0-9_./-]*")
                ? text
                : "'" + text.replace("'", "''") + "'";
    }

    private void setDefault(Key<?> key) {
        String text = key.defaultText();
        if (text != null) {
            settings.put(key.name(), new Setting(key, text, "default"));
        }
    }

    private static Setting flag(Map.Entry<String, String> flag) {
        String source = "--" + flag.getKey();
        return ConfigFile.setting(flag.getKey(), flag.getValue(), source);
    }

    private ServerConfig build() {
        try {
            return new ServerConfig(
                    get(Keys.DATA_DIR),
                    new Listen(
                            get(Keys.BIND),
                            number(Keys.ADMIN_PORT),
                            number(Keys.ISSUE_PORT),
                            get(Keys.REFLECTION),
                            Objects.requireNonNullElse(find(Keys.CORS_ORIGINS), Set.of())),
                    new Timeouts(
                            get(Keys.REQUEST_TIMEOUT),
                            get(Keys.SHUTDOWN_TIMEOUT),
                            get(Keys.DRAIN_TIME)),
                    new ServerLimits(
                            issuing(), number(Keys.CONNECTIONS_MAX), number(Keys.CAMPAIGNS_MAX)),
                    find(Keys.CODE_KEY),
                    database(),
                    get(Keys.ROLE),
                    new Protection(get(Keys.REQUIRE_KEYS), tls()));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable TlsFiles tls() {
        Path certificate = find(Keys.TLS_CERTIFICATE);
        Path key = find(Keys.TLS_KEY);
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new ConfigException(
                    "%s: not set (expected: with %s, both or none)"
                            .formatted(
                                    certificate == null ? "tls-certificate" : "tls-key",
                                    certificate == null ? "tls-key" : "tls-certificate"));
        }
        return new TlsFiles(certificate, key);
    }

    private @Nullable DatabaseAddress database() {
        String ledger = get(Keys.LEDGER);
        return ledger.equals(Keys.EMBEDDED)
                ? null
                : new DatabaseAddress(
                        ledger,
                        find(Keys.LEDGER_USER),
                        find(Keys.LEDGER_PASSWORD),
                        number(Keys.LEDGER_CONNECTIONS_MAX));
    }

    private Limits issuing() {
        return new Limits(
                number(Keys.WAITING_PER_CAMPAIGN_MAX),
                number(Keys.WAITING_MAX),
                number(Keys.BATCH_MAX),
                number(Keys.ROUND_MAX),
                get(Keys.WINNERS_MAX));
    }

    private int number(Key<Long> key) {
        return Math.toIntExact(get(key));
    }

    private <T> T get(Key<T> key) {
        T value = find(key);
        if (value == null) {
            throw new IllegalStateException(key.name() + " has no value");
        }
        return value;
    }

    private <T> @Nullable T find(Key<T> key) {
        Setting setting = settings.get(key.name());
        return setting == null ? null : value(key, setting);
    }

    private static <T> T value(Key<T> key, Setting setting) {
        try {
            return key.type().parser().apply(setting.text());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(
                    "%s: %s from %s (expected: %s)"
                            .formatted(
                                    key.name(),
                                    setting.shownText().isEmpty() ? "empty" : setting.shownText(),
                                    setting.source(),
                                    key.type().expected()));
        }
    }
}
