package io.firstcome.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Limits;
import io.firstcome.server.access.TlsFiles;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Protection;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

class ConfigurationTest {
    private static final String KEY_HEX = "00112233445566778899aabbccddeeff";

    private static final String ALL_KEYS =
            """
            data-dir: /var/lib/firstcome
            bind: 127.0.0.2
            admin-port: 9081
            issue-port: 9082
            reflection: true
            cors-origins: https://a.example, http://[::1]:3000
            request-timeout: 500ms
            shutdown-timeout: 1m
            drain-time: 3s
            limits:
              waiting-per-campaign-max: 1
              waiting-max: 2
              batch-max: 3
              round-max: 4
              winners-max: 0
              connections-max: 6
              campaigns-max: 7
              ledger-connections-max: 8
            ledger: jdbc:postgresql://db/shop
            ledger-user: kim
            ledger-password: s3cret
            role: issue
            require-keys: true
            tls-certificate: server.pem
            tls-key: key.pem
            code-key: 00112233445566778899aabbccddeeff
            """;

    private static final ServerConfig ALL_KEYS_MEAN =
            new ServerConfig(
                    Path.of("/var/lib/firstcome"),
                    new Listen(
                            InetAddress.ofLiteral("127.0.0.2"),
                            9081,
                            9082,
                            true,
                            Set.of("https://a.example", "http://[::1]:3000")),
                    new Timeouts(
                            Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofSeconds(3)),
                    new ServerLimits(new Limits(1, 2, 3, 4, 0), 6, 7),
                    new CodeKey(HexFormat.of().parseHex(KEY_HEX)),
                    new DatabaseAddress("jdbc:postgresql://db/shop", "kim", "s3cret", 8),
                    Role.ISSUE,
                    new Protection(true, new TlsFiles(Path.of("server.pem"), Path.of("key.pem"))));

    @TempDir Path directory;

    @Test
    void nothingSetGivesTheDefaults() {
        assertThat(Configuration.read(Map.of(), Map.of(), null).server())
                .isEqualTo(
                        new ServerConfig(
                                Path.of("firstcome-data"),
                                Listen.DEFAULT,
                                Timeouts.DEFAULT,
                                ServerLimits.DEFAULT,
                                null));
    }

    @Test
    void everyKeyCanBeSetInYaml() throws IOException {
        assertThat(readFile("all.yaml", ALL_KEYS).server()).isEqualTo(ALL_KEYS_MEAN);
    }

    @Test
    void everyKeyCanBeSetInProperties() throws IOException {
        String properties =
                """
                data-dir=/var/lib/firstcome
                bind=127.0.0.2
                admin-port=9081
                issue-port = 9082
                reflection=true
                cors-origins=https://a.example,http://[::1]:3000
                request-timeout=500ms
                shutdown-timeout=1m
                drain-time=3s
                limits.waiting-per-campaign-max=1
                limits.waiting-max=2
                limits.batch-max=3
                limits.round-max=4
                limits.winners-max=0
                limits.connections-max=6
                limits.campaigns-max=7
                limits.ledger-connections-max=8
                ledger=jdbc:postgresql://db/shop
                ledger-user=kim
                ledger-password=s3cret
                role=issue
                require-keys=true
                tls-certificate=server.pem
                tls-key=key.pem
                code-key=00112233445566778899aabbccddeeff
                """;

        assertThat(readFile("all.properties", properties).server()).isEqualTo(ALL_KEYS_MEAN);
    }

    @Test
    void everyKeyCanBeSetInTheEnvironment() {
        Map<String, String> environment =
                Map.ofEntries(
                        Map.entry("FIRSTCOME_DATA_DIR", "/var/lib/firstcome"),
                        Map.entry("FIRSTCOME_BIND", "127.0.0.2"),
                        Map.entry("FIRSTCOME_ADMIN_PORT", "9081"),
                        Map.entry("FIRSTCOME_ISSUE_PORT", "9082"),
                        Map.entry("FIRSTCOME_REQUIRE_KEYS", "true"),
                        Map.entry("FIRSTCOME_TLS_CERTIFICATE", "server.pem"),
                        Map.entry("FIRSTCOME_TLS_KEY", "key.pem"),
                        Map.entry("FIRSTCOME_REFLECTION", "true"),
                        Map.entry("FIRSTCOME_CORS_ORIGINS", "https://a.example, http://[::1]:3000"),
                        Map.entry("FIRSTCOME_REQUEST_TIMEOUT", "500ms"),
                        Map.entry("FIRSTCOME_SHUTDOWN_TIMEOUT", "1m"),
                        Map.entry("FIRSTCOME_DRAIN_TIME", "3s"),
                        Map.entry("FIRSTCOME_LIMITS_WAITING_PER_CAMPAIGN_MAX", "1"),
                        Map.entry("FIRSTCOME_LIMITS_WAITING_MAX", "2"),
                        Map.entry("FIRSTCOME_LIMITS_BATCH_MAX", "3"),
                        Map.entry("FIRSTCOME_LIMITS_ROUND_MAX", "4"),
                        Map.entry("FIRSTCOME_LIMITS_WINNERS_MAX", "0"),
                        Map.entry("FIRSTCOME_LIMITS_CONNECTIONS_MAX", "6"),
                        Map.entry("FIRSTCOME_LIMITS_CAMPAIGNS_MAX", "7"),
                        Map.entry("FIRSTCOME_LIMITS_LEDGER_CONNECTIONS_MAX", "8"),
                        Map.entry("FIRSTCOME_LEDGER", "jdbc:postgresql://db/shop"),
                        Map.entry("FIRSTCOME_LEDGER_USER", "kim"),
                        Map.entry("FIRSTCOME_LEDGER_PASSWORD", "s3cret"),
                        Map.entry("FIRSTCOME_ROLE", "issue"),
                        Map.entry("FIRSTCOME_CODE_KEY", KEY_HEX));

        assertThat(environment).hasSameSizeAs(Keys.ALL);
        assertThat(Configuration.read(Map.of(), environment, null).server())
                .isEqualTo(ALL_KEYS_MEAN);
    }

    @Test
    void aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path file = write("ports.yaml", "admin-port: 1\nissue-port: 2\nlimits: {batch-max: 3}");
        Map<String, String> environment =
                Map.of("FIRSTCOME_ADMIN_PORT", "11", "FIRSTCOME_ISSUE_PORT", "12");
        Map<String, String> flags = Map.of("admin-port", "21");

        ServerConfig server = Configuration.read(flags, environment, file).server();

        assertThat(server.listen().adminPort()).isEqualTo(21);
        assertThat(server.listen().issuePort()).isEqualTo(12);
        assertThat(server.limits().issuing().batchMax()).isEqualTo(3);
        assertThat(server.limits().issuing().roundMax()).isEqualTo(Limits.DEFAULT.roundMax());
    }

    @Test
    void variablesThatAreNotTheServersAreLeftAlone() {
        Map<String, String> environment =
                Map.of(
                        "PATH", "/bin",
                        "FIRSTCOME_ADMIN_URL", "http://127.0.0.1:1",
                        "FIRSTCOME_ISSUE_URL", "http://127.0.0.1:2",
                        "FIRSTCOME_JAVA_HOME", "/opt/jdk",
                        "FIRSTCOME_JAVA_OPTS", "-Xmx2g",
                        "FIRSTCOME_KEY", "firstcome_x",
                        "FIRSTCOME_CA", "ca.pem");

        assertThat(Configuration.read(Map.of(), environment, null).server())
                .isEqualTo(Configuration.read(Map.of(), Map.of(), null).server());
    }

    @Test
    void everyLoopbackAddressIsTaken() {
        for (String address : new String[] {"127.0.0.1", "127.1.2.3", "::1", "localhost"}) {
            Configuration read = Configuration.read(Map.of("bind", address), Map.of(), null);
            assertThat(read.server().listen().bind().isLoopbackAddress()).as(address).isTrue();
        }
    }

    @Test
    void theDescriptionNamesEveryKeyItsValueAndItsSource() throws IOException {
        Path file = write("some.yaml", "# mine\nissue-port: 9082\n");
        Map<String, String> environment = Map.of("FIRSTCOME_REQUEST_TIMEOUT", "3s");

        String description =
                Configuration.read(Map.of("admin-port", "0"), environment, file).describe();

        assertThat(description.lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "data-dir: firstcome-data # default",
                        "admin-port: 0 # --admin-port",
                        "issue-port: 9082 # " + file + ", line 2",
                        "request-timeout: 3s # FIRSTCOME_REQUEST_TIMEOUT",
                        "limits.batch-max: 1024 # default",
                        "limits.connections-max: 20000 # default, for each port",
                        "# cors-origins: # not set",
                        "# code-key: # not set")
                .hasSize(Keys.ALL.size());
    }

    @Test
    void theDescriptionIsAFileThatGivesTheSameConfiguration() throws IOException {
        Configuration configuration =
                Configuration.read(
                        Map.of("data-dir", "/tmp/it's here: #1", "bind", "::1"),
                        Map.of("FIRSTCOME_LIMITS_BATCH_MAX", "9"),
                        null);

        assertThat(readFile("again.yaml", configuration.describe()).server())
                .isEqualTo(configuration.server());
    }

    @Test
    void aSecretIsNeverShown() throws IOException {
        Configuration configuration = readFile("secret.yaml", ALL_KEYS);
        Setting setting = new Setting(Keys.CODE_KEY, KEY_HEX, "FIRSTCOME_CODE_KEY");

        assertThat(configuration.describe()).contains("code-key: ***").doesNotContain(KEY_HEX);
        assertThat(configuration.server().toString()).doesNotContain(KEY_HEX);
        assertThat(setting.toString()).doesNotContain(KEY_HEX);
    }

    private Configuration readFile(String name, String text) throws IOException {
        return Configuration.read(Map.of(), Map.of(), write(name, text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
