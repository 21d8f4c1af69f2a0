package io.firstcome.server.config;

import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Limits;
import io.firstcome.ledger.sql.SharedLedgerOptions;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// All settings there are.
final class Keys {
    /// The ledger that needs no address.
    static final String EMBEDDED = "embedded";

    private static final Limits ISSUING = Limits.DEFAULT;

    static final Key<Path> DATA_DIR =
            Key.of("data-dir", ValueType.path("a directory"), ServerConfig.DEFAULT_DATA_DIR);
    static final Key<String> LEDGER = Key.of("ledger", ValueType.ledger(), EMBEDDED);
    static final Key<String> LEDGER_USER = Key.optional("ledger-user", ValueType.text());
    static final Key<String> LEDGER_PASSWORD = Key.secret("ledger-password", ValueType.text());
    static final Key<Long> LEDGER_CONNECTIONS_MAX =
            Key.of(
                    "limits.ledger-connections-max",
                    ValueType.wholeNumber(3, 1_000),
                    SharedLedgerOptions.DEFAULT_CONNECTIONS_MAX);
    static final Key<Role> ROLE = Key.of("role", ValueType.role(), "all");
    static final Key<InetAddress> BIND =
            Key.of("bind", ValueType.address(), Listen.DEFAULT.bind().getHostAddress());
    static final Key<Long> ADMIN_PORT = port("admin-port", Listen.DEFAULT.adminPort());
    static final Key<Long> ISSUE_PORT = port("issue-port", Listen.DEFAULT.issuePort());
    static final Key<Boolean> REQUIRE_KEYS =
            Key.of("require-keys", ValueType.flag(), false)
                    .noted("beyond loopback they are required in any case");
    static final Key<Path> TLS_CERTIFICATE =
            Key.optional("tls-certificate", ValueType.path("a PEM file"));
    static final Key<Path> TLS_KEY = Key.optional("tls-key", ValueType.path("a PEM file"));
    static final Key<Boolean> REFLECTION = Key.of("reflection", ValueType.flag(), false);
    static final Key<Set<String>> CORS_ORIGINS = Key.optional("cors-origins", ValueType.origins());
    static final Key<Duration> REQUEST_TIMEOUT =
            timeout("request-timeout", Duration.ofMillis(1), "2s");
    static final Key<Duration> SHUTDOWN_TIMEOUT = timeout("shutdown-timeout", Duration.ZERO, "10s");
    static final Key<Duration> DRAIN_TIME =
            timeout("drain-time", Duration.ZERO, "0s")
                    .noted("before shutdown-timeout, for a load balancer to notice");
    static final Key<Long> WAITING_PER_CAMPAIGN_MAX =
            limit("waiting-per-campaign-max", ISSUING.waitingPerCampaignMax());
    static final Key<Long> WAITING_MAX = limit("waiting-max", ISSUING.waitingMax());
    static final Key<Long> BATCH_MAX = limit("batch-max", ISSUING.batchMax());
    static final Key<Long> ROUND_MAX = limit("round-max", ISSUING.roundMax());
    static final Key<Long> WINNERS_MAX =
            Key.of(
                    "limits.winners-max",
                    ValueType.wholeNumber(0, Long.MAX_VALUE),
                    ISSUING.winnersMax());
    static final Key<Long> CONNECTIONS_MAX =
            limit("connections-max", ServerLimits.DEFAULT.connectionsMax()).noted("for each port");
    static final Key<Long> CAMPAIGNS_MAX =
            limit("campaigns-max", ServerLimits.DEFAULT.campaignsMax());
    static final Key<CodeKey> CODE_KEY = Key.secret("code-key", ValueType.aesKey());

    /// In the order in which they are shown.
    static final List<Key<?>> ALL =
            List.of(
                    DATA_DIR,
                    LEDGER,
                    LEDGER_USER,
                    LEDGER_PASSWORD,
                    ROLE,
                    BIND,
                    ADMIN_PORT,
                    ISSUE_PORT,
                    REQUIRE_KEYS,
                    TLS_CERTIFICATE,
                    TLS_KEY,
                    REFLECTION,
                    CORS_ORIGINS,
                    REQUEST_TIMEOUT,
                    SHUTDOWN_TIMEOUT,
                    DRAIN_TIME,
                    WAITING_PER_CAMPAIGN_MAX,
                    WAITING_MAX,
                    BATCH_MAX,
                    ROUND_MAX,
                    WINNERS_MAX,
                    CONNECTIONS_MAX,
                    CAMPAIGNS_MAX,
                    LEDGER_CONNECTIONS_MAX,
                    CODE_KEY);

    private Keys() {}

    static @Nullable Key<?> named(String name) {
        for (Key<?> key : ALL) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        return null;
    }

    /// Whether keys stand in a group of this name.
    static boolean isGroup(String name) {
        return ALL.stream().anyMatch(key -> key.name().startsWith(name + "."));
    }

    private static Key<Long> port(String name, int defaultPort) {
        return Key.of(name, ValueType.wholeNumber(0, Listen.PORT_MAX), defaultPort);
    }

    private static Key<Duration> timeout(String name, Duration min, String defaultText) {
        return Key.of(name, ValueType.duration(min, Timeouts.MAX), defaultText);
    }

    private static Key<Long> limit(String name, int defaultLimit) {
        ValueType<Long> atLeastOne = ValueType.wholeNumber(1, Integer.MAX_VALUE);
        return Key.of("limits." + name, atLeastOne, defaultLimit);
    }
}
