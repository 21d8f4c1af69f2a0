package io.firstcome.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class ServeCommandTest {
    @TempDir Path directory;

    @Test
    void printConfigShowsFlagsEnvironmentAndFileAndStartsNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("f.yaml"), "limits: {batch-max: 9}");

        Run run =
                Cli.run(
                        Map.of("FIRSTCOME_ISSUE_PORT", "9082"),
                        "serve",
                        "--admin-port",
                        "9081",
                        "--data-dir",
                        "/d",
                        "--bind",
                        "::1",
                        "--config",
                        file.toString(),
                        "--print-config");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "data-dir: /d # --data-dir",
                        "bind: '::1' # --bind",
                        "admin-port: 9081 # --admin-port",
                        "issue-port: 9082 # FIRSTCOME_ISSUE_PORT",
                        "limits.batch-max: 9 # " + file + ", line 1",
                        "request-timeout: 2s # default");
    }

    @Test
    void aBadSettingIsOneSentence() {
        assertThat(Cli.run("serve", "--bind", "everywhere").err())
                .startsWith("bind: everywhere from --bind (expected: an address of this machine")
                .hasLineCount(1);
        assertThat(Cli.run(Map.of("FIRSTCOME_ADMIN_PROT", "1"), "serve"))
                .isEqualTo(
                        new Run(
                                1,
                                "",
                                "FIRSTCOME_ADMIN_PROT: unknown variable in the environment"
                                        + " (did you mean FIRSTCOME_ADMIN_PORT?)\n"));
    }
}
