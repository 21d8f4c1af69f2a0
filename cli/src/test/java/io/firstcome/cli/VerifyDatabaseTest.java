package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;
import io.firstcome.verify.process.JavaCommand;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Adapters that come along, with the database of the system that they read.
@Timeout(120)
class VerifyDatabaseTest {
    @AutoClose private static final DatabaseServer SERVER = MariaDbServer.start();

    @TempDir private Path programs;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rest-queue | 1 | 0 | PASS | all of 40 acks are in the list",
                "rest-queue | 2 | 1 | FAIL | it is not in the list; and 17 more",
                "rest-redis-set-kafka --campaign 7 | 1 | 0 | PASS | all of 40 acks are in the list",
                "rest-redis-set-kafka --campaign 7 | 2 | 1 | FAIL | it is not in the list; and 17",
            })
    void whatWasToldIsLookedForInTheDatabase(
            String adapter, int storedOneOf, int exitCode, String result, String evidence)
            throws Exception {
        installClient();
        try (StoringShop shop = new StoringShop(SERVER, storedOneOf)) {
            Run run = CliProcess.run(Map.of("PATH", path()), words(adapter, shop));

            assertThat(run.out()).containsPattern(result + " {2}Ack means durable .*" + evidence);
            assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
        }
    }

    private static List<String> words(String adapter, StoringShop shop) {
        List<String> words = new ArrayList<>(List.of("verify", "--adapter"));
        words.addAll(List.of(adapter.split(" ")));
        words.addAll(List.of("--issue", shop.url(), "--coupons", "" + StoringShop.COUPONS));
        words.addAll(List.of("--users", "100", "--asks", "1", "--lead", "0"));
        return words;
    }

    private String path() {
        return programs + File.pathSeparator + System.getenv("PATH");
    }

    /// A `mysql` that knows where the server is, as a shop's own does by its settings.
    private void installClient() throws IOException {
        String address = "jdbc:mariadb://127.0.0.1:" + SERVER.port() + "/";
        List<String> command = new ArrayList<>(JavaCommand.of(PrintRows.class.getName()));
        command.add(address);
        String script = "#!/bin/sh\nexec '" + String.join("' '", command) + "' \"$@\"\n";
        Path client = Files.writeString(programs.resolve("mysql"), script);
        assertThat(client.toFile().setExecutable(true)).isTrue();
    }
}
