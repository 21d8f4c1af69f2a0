package io.firstcome.server.config;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ConfigurationRefusalsTest {
    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "adminPort, admin-port",
        "admin_port, admin-port",
        "admn-port, admin-port",
        "datadir, data-dir",
        "connections-max, limits.connections-max",
        "limits.campaign-max, limits.campaigns-max",
    })
    void anUnknownKeyInAFileIsRefusedWithWhatWasProbablyMeant(String key, String meant)
            throws IOException {
        Path file = write("bad.yaml", "bind: 127.0.0.1\n" + key + ": 1\n");

        refusesFile(
                file,
                "%s: unknown key in %s, line 2 (did you mean %s?)".formatted(key, file, meant));
    }

    @Test
    void anUnknownKeyInAGroupIsRefusedByItsWholeName() throws IOException {
        Path file = write("bad.yaml", "limits:\n  batchmax: 1\n");

        refusesFile(
                file,
                "limits.batchmax: unknown key in %s, line 2 (did you mean limits.batch-max?)"
                        .formatted(file));
    }

    @Test
    void anUnknownKeyInPropertiesIsRefused() throws IOException {
        Path file = write("bad.properties", "isue-port=1\n");

        refusesFile(
                file, "isue-port: unknown key in %s (did you mean issue-port?)".formatted(file));
    }

    @Test
    void anUnknownVariableIsRefused() {
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_ADMINPORT", "1"),
                "FIRSTCOME_ADMINPORT: unknown variable in the environment"
                        + " (did you mean FIRSTCOME_ADMIN_PORT?)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "-1", "65536", "0x50", "80.0", "99999999999999999999"})
    void aBadNumberIsRefusedWithKeySourceValueAndExpectation(String text) {
        refuses(
                Map.of("admin-port", text),
                Map.of(),
                "admin-port: %s from --admin-port (expected: a whole number from 0 to 65535)"
                        .formatted(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite",
                "postgresql://db/shop",
                "jdbc:oracle:thin:@db",
                "jdbc:postgresql://db/shop?user=kim&password=s3cret"
            })
    void aLedgerThatCanNotBeUsedIsRefused(String text) {
        refuses(
                Map.of("ledger", text),
                Map.of(),
                ("ledger: %s from --ledger (expected: embedded, or an address that begins with"
                                + " jdbc:postgresql:, jdbc:mysql: or jdbc:mariadb:; without a"
                                + " password, which is for ledger-password)")
                        .formatted(text));
    }

    @Test
    void aRoleIsOneOfThree() {
        refuses(
                Map.of("role", "writer"),
                Map.of(),
                "role: writer from --role (expected: all, admin or issue)");
    }

    @Test
    void anEmbeddedLedgerIsServedByOneNodeThatDoesEverything() {
        refuses(
                Map.of("role", "admin"),
                Map.of(),
                "role: admin (expected: all; only nodes with a ledger that they share can differ,"
                        + " see ledger)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2 s", "-2s", "0s", "1d", "PT2S", "25h", "999999999h"})
    void aBadTimeIsRefused(String text) {
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_REQUEST_TIMEOUT", text),
                "request-timeout: %s from FIRSTCOME_REQUEST_TIMEOUT".formatted(text)
                        + " (expected: a time such as 500ms, 2s or 1m, from 1ms to 24h)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "10.0.0.256", "*"})
    void whatIsNoAddressIsRefused(String address) {
        refuses(
                Map.of("bind", address),
                Map.of(),
                "bind: %s from --bind (expected: an address of this machine such as 127.0.0.1, ::1,"
                                .formatted(address)
                        + " localhost, or 0.0.0.0 for all)");
    }

    @Test
    void aCertificateNeedsItsKeyAndTheOtherWayRound() {
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_TLS_CERTIFICATE", "server.pem"),
                "tls-key: not set (expected: with tls-certificate, both or none)");
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_TLS_KEY", "key.pem"),
                "tls-certificate: not set (expected: with tls-key, both or none)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.example", "https://a.example/", "https://A.example", "*,"})
    void whatIsNoOriginIsRefused(String text) {
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_CORS_ORIGINS", text),
                "cors-origins: %s from FIRSTCOME_CORS_ORIGINS"
                                .formatted(text.isEmpty() ? "empty" : text)
                        + " (expected: * or origins such as https://shop.example.com, a comma"
                        + " between them)");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_REFLECTION", "yes"),
                "reflection: yes from FIRSTCOME_REFLECTION (expected: true or false)");
    }

    @Test
    void anEmptyValueIsRefused() throws IOException {
        Path file = write("bad.yaml", "admin-port:\n");

        refusesFile(
                file,
                "admin-port: empty from %s, line 1 (expected: a whole number from 0 to 65535)"
                        .formatted(file));
    }

    @Test
    void aBadSecretIsRefusedWithoutShowingIt() {
        refuses(
                Map.of(),
                Map.of("FIRSTCOME_CODE_KEY", "0011223344"),
                "code-key: *** from FIRSTCOME_CODE_KEY"
                        + " (expected: 32, 48 or 64 hexadecimal digits)");
    }

    @Test
    void aBadValueIsRefusedEvenWhereAnotherSourceOverridesIt() throws IOException {
        Path file = write("bad.yaml", "admin-port: eighty\n");

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Configuration.read(Map.of("admin-port", "80"), Map.of(), file))
                .withMessageStartingWith("admin-port: eighty from " + file);
    }

    @Test
    void oneFixedPortForBothApisIsRefused() {
        refuses(
                Map.of("issue-port", "8081"),
                Map.of(),
                "issue-port: 8081 (expected: another port than admin-port)");
    }

    @Test
    void aKeySetTwiceInYamlIsRefused() throws IOException {
        Path file = write("twice.yaml", "limits: {batch-max: 1}\n\nlimits.batch-max: 2\n");

        refusesFile(
                file,
                "limits.batch-max: set in %s, line 1 and again in %s, line 3 (expected: once)"
                        .formatted(file, file));
    }

    @Test
    void aListWhereAValueBelongsIsRefused() throws IOException {
        Path file = write("list.yaml", "bind: [127.0.0.1]\n");

        refusesFile(
                file,
                "bind: a list or a mapping in %s, line 1 (expected: a single value)"
                        .formatted(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bind: '", "a: b: c", "\tbind: 1", "a: 1\n---\nb: 2", "*x", "\u0001"})
    void brokenYamlIsRefusedWithItsFile(String text) throws IOException {
        Path file = write("broken.yaml", text);

        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Configuration.read(Map.of(), Map.of(), file))
                .withMessageStartingWith("--config: " + file)
                .withMessageContaining("is not YAML: ");
    }

    @Test
    void aDocumentWithoutKeysIsRefused() throws IOException {
        Path file = write("text.yaml", "hello\n");

        refusesFile(
                file,
                "--config: %s, line 1 does not hold settings".formatted(file)
                        + " (expected: lines such as admin-port: 8081)");
    }

    @Test
    void aFileThatCanNotBeReadIsRefused() throws IOException {
        Path missing = directory.resolve("missing.yaml");
        Path toml = write("other.toml", "");
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "# é".getBytes(StandardCharsets.ISO_8859_1));

        refusesFile(missing, "--config: there is no file " + missing);
        refusesFile(
                toml,
                "--config: %s (expected: a name that ends in .yaml, .yml or .properties)"
                        .formatted(toml));
        refusesFile(latin, "--config: %s is not in UTF-8".formatted(latin));
    }

    private static void refuses(
            Map<String, String> flags, Map<String, String> environment, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Configuration.read(flags, environment, null))
                .withMessage(message);
    }

    private static void refusesFile(Path file, String message) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> Configuration.read(Map.of(), Map.of(), file))
                .withMessage(message);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
