package io.firstcome.cli.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.config.Configuration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

class KeyCommandsTest {
    @TempDir Path directory;

    private Run key(String... args) {
        return run(Map.of(), Stream.concat(Stream.of("key"), Stream.of(args)));
    }

    private Run run(Map<String, String> environment, Stream<String> args) {
        return Cli.run(
                environment,
                Stream.concat(args, Stream.of("--data-dir", directory.toString()))
                        .toArray(String[]::new));
    }

    @Test
    void aKeyIsShownOnceAndListedWithoutItsSecret() {
        Run made = key("create", "--role", "issuer", "--name", "shop 상점");
        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).matches("firstcome_[A-Za-z0-9_-]{43}\n");
        assertThat(made.err()).matches("Key [0-9a-f]{12}, issuer. Keep it: it is not shown.*\n");
        String id = made.err().substring(4, 16);

        Run listed = key("list");
        assertThat(listed.out())
                .contains(id + "  issuer  2025-06-23 20:56:50 +09:00  -        shop 상점")
                .doesNotContain(made.out().strip());

        assertThat(key("revoke", id).out()).isEqualTo("Revoked " + id + ".\n");
        assertThat(key("list").out())
                .contains(id + "  issuer  2025-06-23 20:56:50 +09:00  2025-06-23 20:56:50 +09:00");
    }

    @Test
    void whatIsNotUnderstoodMakesNothing() {
        assertThat(key("create").err()).contains("--role=ROLE");
        assertThat(key("create", "--role", "owner").exitCode()).isEqualTo(2);
        assertThat(key("create", "--role", "admin", "--name", "x".repeat(101)).err())
                .isEqualTo(
                        "--name: of 101 characters (expected: up to 100, without control"
                                + " characters)\n");
        assertThat(key("revoke", "0123").err())
                .isEqualTo("ID: 0123 (expected: the id of a key, see ./firstcome key list)\n");
        assertThat(key("list").out()).hasLineCount(1);
    }

    @Test
    void howALedgerIsOpenedIsNotTold() {
        Logger connections = Logger.getLogger("com.zaxxer.hikari");
        connections.setLevel(Level.INFO);
        key("list");
        assertThat(connections.isLoggable(Level.INFO)).isFalse();
    }

    @Test
    void keysAreMadeBesideAServerThatRunsAndOpenIt() throws Exception {
        Map<String, String> flags =
                Map.of(
                        "data-dir", directory.toString(),
                        "require-keys", "true",
                        "admin-port", "0",
                        "issue-port", "0");
        FirstcomeServer server =
                FirstcomeServer.start(Configuration.read(flags, Map.of(), null).server());
        try (server) {
            String admin = "http://127.0.0.1:" + server.adminPort();
            assertThat(Cli.run("campaign", "list", "--admin", admin).err())
                    .contains("demands a key");
            String secret = key("create", "--role", "admin").out().strip();
            Map<String, String> environment = Map.of("FIRSTCOME_KEY", secret);
            Run listed = Cli.run(environment, "campaign", "list", "--admin", admin);
            while (listed.exitCode() != 0) {
                Thread.sleep(20);
                listed = Cli.run(environment, "campaign", "list", "--admin", admin);
            }
            assertThat(listed.err()).isEmpty();
        }
    }
}
